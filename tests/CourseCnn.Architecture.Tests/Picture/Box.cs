namespace CourseCnn.Architecture.Tests.Picture;

/// <summary>A rectangle in the picture.</summary>
readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Middle => X + Width / 2;

    public double Bottom => Y + Height;
}

namespace CourseCnn.Architecture.Tests.Reading;

/// <summary>That a type, in one room, needs a type in another.</summary>
sealed record Dependency(string FromType, Room From, string ToType, Room To)
{
    public override string ToString() => $"{FromType} ({From}) -> {ToType} ({To})";
}

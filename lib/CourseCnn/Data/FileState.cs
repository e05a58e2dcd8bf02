namespace CourseCnn;

/// <summary>What can be said of a picture file before it is decoded.</summary>
enum FileState
{
    Unknown,
    Whole,
    CutOff,
    Damaged,
}

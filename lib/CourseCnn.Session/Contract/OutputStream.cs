namespace CourseCnn.Session.Contract;

/// <summary>Which of a cell's two text streams.</summary>
public enum OutputStream
{
    /// <summary>Standard output.</summary>
    Out,

    /// <summary>Standard error.</summary>
    Error,
}

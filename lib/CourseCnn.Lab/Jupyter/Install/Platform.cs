namespace CourseCnn.Lab.Jupyter.Install;

/// <summary>Operating systems, as far as Jupyter's folders tell them apart.</summary>
enum Platform
{
    /// <summary>Linux and its like.</summary>
    Linux,

    /// <summary>A Mac.</summary>
    MacOS,

    /// <summary>Windows.</summary>
    Windows,
}

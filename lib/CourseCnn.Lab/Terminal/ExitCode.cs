namespace CourseCnn.Lab.Terminal;

/// <summary>How the program tells scripts what came of it.</summary>
static class ExitCode
{
    internal const int Ok = 0;

    /// <summary>A notebook failed: a cell did, or the file could not be read or saved.</summary>
    internal const int NotebookFailed = 1;

    /// <summary>The kernel could not be installed or removed.</summary>
    internal const int NotInstalled = 1;

    /// <summary>The command line could not be followed, so nothing was run.</summary>
    internal const int Usage = 2;

    /// <summary>Stopped with Ctrl+C, as shells count it.</summary>
    internal const int Stopped = 130;
}

namespace CourseCnn.Lab.Jupyter.Install;

/// <summary>
/// Where Jupyter and VS Code look for kernels, by the rules of https://jupyter.readthedocs.io/en/latest/use/jupyter-directories.html.
/// </summary>
/// <param name="platform">The operating system.</param>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="home">The user's home folder.</param>
sealed class JupyterFolders(Platform platform, Func<string, string?> variable, string home)
{
    /// <summary>Those of this machine and user.</summary>
    public static JupyterFolders OfProcess() => new(
        OperatingSystem.IsWindows() ? Platform.Windows : OperatingSystem.IsMacOS() ? Platform.MacOS : Platform.Linux,
        Environment.GetEnvironmentVariable,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify));

    /// <summary>The user's own: what is installed there, only they see.</summary>
    public string User => Variable("JUPYTER_DATA_DIR") ?? platform switch
    {
        Platform.Windows => Path.Combine(Variable("APPDATA") ?? Path.Combine(home, "AppData", "Roaming"), "jupyter"),
        Platform.MacOS => Path.Combine(home, "Library", "Jupyter"),
        _ => Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"),
    };

    /// <summary>Whether <see cref="User"/> is not the usual one.</summary>
    public bool IsUserChosen => Variable("JUPYTER_DATA_DIR") is not null;

    /// <summary>Where the Python environment in use is installed, or null.</summary>
    public string? PythonPrefix => Variable("VIRTUAL_ENV") ?? Variable("CONDA_PREFIX");

    /// <summary>That of whatever is installed under a folder such as <c>/usr/local</c>.</summary>
    public static string OfPrefix(string prefix) => Path.Combine(prefix, "share", "jupyter");

    /// <summary>All of them, in the order they are searched.</summary>
    public IEnumerable<string> Searched =>
    [
        .. (Variable("JUPYTER_PATH") ?? "").Split(platform == Platform.Windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries),
        User,
        .. PythonPrefix is { } prefix ? [OfPrefix(prefix)] : Array.Empty<string>(),
        .. platform == Platform.Windows
            ? [Path.Combine(Variable("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter")]
            : new[] { "/usr/local/share/jupyter", "/usr/share/jupyter" },
    ];

    string? Variable(string name) => variable(name) is { Length: > 0 } value ? value : null;
}

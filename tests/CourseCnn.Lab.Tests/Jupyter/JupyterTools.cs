namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>Jupyter as this machine's Python has it. A developer may lack it; a build server may not.</summary>
static class JupyterTools
{
    static readonly string[] pythons = ["/usr/bin/python3", "python3", "python"];

    /// <summary>A Python that has these modules; without one the test is skipped.</summary>
    public static async Task<string> PythonAsync(InstalledKernel installed, params string[] modules)
    {
        foreach (var python in pythons)
        {
            if (await HasAsync(installed, python, modules))
                return python;
        }

        var missing = $"No Python here has {string.Join(" and ", modules)}: .ci/run installs them from Debian.";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", missing);
        Assert.Skip(missing);
        return "";
    }

    /// <summary>A copy of the course's notebooks beside links to the library and the pictures, so that relative paths hold.</summary>
    public static string CopyNotebooks(string folder)
    {
        var notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb"))
            File.Copy(file, Path.Combine(notebooks, Path.GetFileName(file)));
        foreach (var name in new[] { "lib", "img" })
            Directory.CreateSymbolicLink(Path.Combine(folder, name), Path.Combine(Repository.Root, name));
        return notebooks;
    }

    static async Task<bool> HasAsync(InstalledKernel installed, string python, string[] modules)
    {
        try
        {
            return (await installed.RunAsync(python, ["-c", $"import {string.Join(", ", modules)}"])).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // There is no such program.
        }
    }
}

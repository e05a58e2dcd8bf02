namespace CourseCnn.Lab.Jupyter.Install;

/// <summary>Where a kernel is installed.</summary>
/// <param name="JupyterFolder">Where clients look: the kernelspec goes into <c>kernels/coursecnn</c> there.</param>
/// <param name="CopiesFolder">Where the kernel's program goes, each version in a folder of its own.</param>
sealed record InstallPlace(string JupyterFolder, string CopiesFolder)
{
    /// <summary>The folder of the kernelspec.</summary>
    public string SpecFolder => Path.Combine(JupyterFolder, "kernels", KernelSpec.Name);

    /// <summary>
    /// For the user alone. Where they keep several folders for Jupyter, each has a program of its own: removing one leaves the others
    /// whole.
    /// </summary>
    public static InstallPlace OfUser(JupyterFolders folders) => new(
        folders.User,
        folders.IsUserChosen
            ? Path.Combine(folders.User, "coursecnn", "kernels")
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "CourseCnn", "kernels"));

    /// <summary>For all who use what is installed under a folder.</summary>
    public static InstallPlace OfPrefix(string prefix) => new(
        JupyterFolders.OfPrefix(Path.GetFullPath(prefix)), Path.Combine(Path.GetFullPath(prefix), "share", "coursecnn", "kernels"));
}

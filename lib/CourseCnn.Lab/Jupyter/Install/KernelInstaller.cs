namespace CourseCnn.Lab.Jupyter.Install;

/// <summary>Puts the kernel where clients find it, and takes it away.</summary>
/// <param name="place">Where.</param>
/// <param name="folders">Where clients look.</param>
/// <param name="publish">Builds the kernel's program into a folder; false where it is the slower kind.</param>
sealed class KernelInstaller(InstallPlace place, JupyterFolders folders, Func<string, bool> publish)
{
    readonly KernelCopies copies = new(place.CopiesFolder);

    /// <summary>Installs the kernel, or replaces the one that is there; the result is what to tell.</summary>
    public IEnumerable<string> Install()
    {
        if (KernelSpec.IsOthers(place.SpecFolder))
            throw new InstallException(
                $"Another kernel is called {KernelSpec.Name}: {place.SpecFolder} was not made by `install` and is left as it "
                + "is. Remove it with `jupyter kernelspec remove`, or install elsewhere with --prefix DIR.");
        var isQuick = true;
        var copy = Guarded(() => copies.Add(folder => isQuick = publish(folder)));
        Guarded(() => KernelSpec.Write(place.SpecFolder, Path.Combine(copy, Path.GetFileName(typeof(KernelInstaller).Assembly.Location))));
        var running = copies.RemoveAllBut(copy);

        yield return $"Installed the kernel {KernelSpec.DisplayName}: {place.SpecFolder}";
        if (!isQuick)
            yield return "It could not be compiled ahead of time here, so it takes longer to start. Install again when there is a network.";
        if (running > 0)
            yield return "Kernels that run now go on as they are; restart them to use the new one.";
        if (Shadow() is { } shadow)
            yield return $"Jupyter finds another kernel of this name first: {shadow}. Remove that one, or change JUPYTER_PATH.";
    }

    /// <summary>Removes what <see cref="Install"/> made; the result is what to tell.</summary>
    public IEnumerable<string> Uninstall()
    {
        var isInstalled = Directory.Exists(place.SpecFolder);
        if (isInstalled && KernelSpec.Program(place.SpecFolder) is null)
            throw new InstallException($"{place.SpecFolder} was not made by `install`: it is left as it is.");
        if (isInstalled)
            Guarded(() => KernelSpec.Delete(place.SpecFolder));
        var running = copies.RemoveAllBut(null);

        yield return isInstalled
            ? $"Removed the kernel {KernelSpec.DisplayName}: {place.SpecFolder}"
            : $"There is no kernel {KernelSpec.DisplayName} to remove: {place.SpecFolder} does not exist.";
        if (running > 0)
            yield return "Kernels that run now go on; uninstall again when they have ended, to remove their program too.";
    }

    /// <summary>A kernelspec of the same name that is found before this one, or null.</summary>
    string? Shadow()
    {
        var specs = folders.Searched.Select(folder => Path.GetFullPath(Path.Combine(folder, "kernels", KernelSpec.Name))).ToList();
        var own = specs.IndexOf(Path.GetFullPath(place.SpecFolder));
        return own < 0 ? null : specs.Take(own).FirstOrDefault(spec => File.Exists(Path.Combine(spec, "kernel.json")));
    }

    static void Guarded(Action work) => Guarded(() =>
    {
        work();
        return true;
    });

    static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InstallException($"The kernel cannot be installed there: {error.Message}");
        }
    }
}

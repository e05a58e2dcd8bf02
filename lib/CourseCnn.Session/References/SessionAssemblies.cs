using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace CourseCnn.Session.References;

/// <summary>
/// The assemblies that a session's cells brought in, apart from the lab's own and from other sessions'.
/// A dependency is looked for among the files named so far, then beside them.
/// </summary>
sealed class SessionAssemblies() : AssemblyLoadContext("cells")
{
    readonly ConcurrentDictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentQueue<string> folders = new();
    readonly ConcurrentQueue<string> nativeFiles = new();

    /// <summary>Makes an assembly file, and those beside it, loadable by name.</summary>
    public void AddFile(string path)
    {
        files.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        if (Path.GetDirectoryName(path) is { } folder && !folders.Contains(folder))
            folders.Enqueue(folder);
    }

    /// <summary>Makes a native library loadable by the name that P/Invoke uses.</summary>
    public void AddNativeFile(string path) => nativeFiles.Enqueue(path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // The framework, and what the lab shares with cells, exist once: a second copy would have other types.
        if (assemblyName.Name is not { } name || HostReferences.IsShared(name))
            return null;
        if (files.TryGetValue(name, out var file))
            return LoadFromAssemblyPath(file);
        var beside = folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
        return beside is null ? null : LoadFromAssemblyPath(beside);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var name = unmanagedDllName;
        string[] names = [name, name + ".dll", $"lib{name}.so", $"lib{name}.dylib", $"{name}.so"];
        var candidates = nativeFiles.Concat(folders.SelectMany(folder => names.Select(file => Path.Combine(folder, file))));
        var match = candidates.FirstOrDefault(
            path => names.Contains(Path.GetFileName(path), StringComparer.OrdinalIgnoreCase) && File.Exists(path));
        return match is null ? 0 : LoadUnmanagedDllFromPath(match);
    }
}

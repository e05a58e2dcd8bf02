using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CourseCnn.Session.References;

/// <summary>Finds what <c>#r "path.dll"</c> names: relative to the loaded file that says it, else to the notebook's folder.</summary>
sealed class FileReferences(string workingFolder, SessionAssemblies assemblies) : MetadataReferenceResolver
{
    /// <summary>What stands beside assemblies, by path; made once, so that cells share what the compiler reads.</summary>
    readonly ConcurrentDictionary<string, PortableExecutableReference> beside = new();

    bool hasFiles;

    /// <summary>
    /// An assembly may use another one that no cell named. Before the first, nobody has to look, and the first cell need not wait.
    /// </summary>
    public override bool ResolveMissingAssemblies => hasFiles;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (Find(reference, baseFilePath) is not { } path)
            return [];
        assemblies.AddFile(path);
        hasFiles = true;
        return [MetadataReference.CreateFromFile(path, properties)];
    }

    /// <summary>As at run time: what an assembly needs is looked for beside it.</summary>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (HostReferences.IsShared(referenceIdentity.Name) || Path.GetDirectoryName(definition.Display) is not { Length: > 0 } folder)
            return null;
        var path = Path.Combine(folder, referenceIdentity.Name + ".dll");
        return File.Exists(path) ? beside.GetOrAdd(path, file => MetadataReference.CreateFromFile(file)) : null;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => workingFolder.GetHashCode(StringComparison.Ordinal);

    string? Find(string reference, string? baseFilePath)
    {
        var folder = Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : workingFolder;
        var path = Path.GetFullPath(Path.Combine(folder, reference));
        if (File.Exists(path))
            return path;

        // `#r "System.Xml"` names an assembly of the framework, not a file.
        var framework = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, Path.GetFileName(reference));
        return new[] { framework, framework + ".dll" }.FirstOrDefault(File.Exists);
    }
}

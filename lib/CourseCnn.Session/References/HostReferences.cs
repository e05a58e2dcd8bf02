using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseCnn.Session.References;

/// <summary>What cells compile against without asking: the framework, the session's display helpers.</summary>
static class HostReferences
{
    static readonly string[] shared =
        [typeof(HostReferences).Assembly.Location, typeof(Formatter).Assembly.Location, typeof(IHtmlContent).Assembly.Location];

    static readonly Lazy<HashSet<string>> frameworkNames = new(() => Names(FrameworkFiles()));

    static readonly Lazy<HashSet<string>> sharedNames = new(() => Names(shared));

    static readonly Lazy<IReadOnlyList<MetadataReference>> all = new(References);

    /// <summary>References to all of them; made once, so that sessions share what the compiler reads.</summary>
    public static IReadOnlyList<MetadataReference> All => all.Value;

    /// <summary>Whether an assembly of that name is the process's own and must not be loaded again for cells.</summary>
    public static bool IsShared(string assemblyName) =>
        sharedNames.Value.Contains(assemblyName) || frameworkNames.Value.Contains(assemblyName);

    static IReadOnlyList<MetadataReference> References() =>
        [.. FrameworkFiles().Concat(shared).Select(file => MetadataReference.CreateFromFile(file))];

    static HashSet<string> Names(IEnumerable<string> files) =>
        files.Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    static IEnumerable<string> FrameworkFiles()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(file => Path.GetDirectoryName(file) == folder);
    }
}

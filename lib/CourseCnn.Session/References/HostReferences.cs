using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseCnn.Session.References;

/// <summary>What cells compile against without asking: the framework, and the lab's display helpers.</summary>
static class HostReferences
{
    static readonly string[] shared =
        [typeof(HostReferences).Assembly.Location, typeof(Formatter).Assembly.Location, typeof(IHtmlContent).Assembly.Location];

    static readonly Lazy<HashSet<string>> sharedNames = new(() =>
        FrameworkFiles().Concat(shared).Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.OrdinalIgnoreCase));

    static readonly Lazy<IReadOnlyList<MetadataReference>> all = new(() =>
        [.. FrameworkFiles().Concat(shared).Select(file => MetadataReference.CreateFromFile(file))]);

    /// <summary>References to all of them; made once, so that sessions share what the compiler reads.</summary>
    public static IReadOnlyList<MetadataReference> All => all.Value;

    /// <summary>Whether an assembly of that name is the process's own and must not be loaded again for cells.</summary>
    public static bool IsShared(string assemblyName) => sharedNames.Value.Contains(assemblyName);

    static IEnumerable<string> FrameworkFiles()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(file => Path.GetDirectoryName(file) == folder);
    }
}

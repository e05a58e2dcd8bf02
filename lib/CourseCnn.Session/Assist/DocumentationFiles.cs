using System.Collections.Concurrent;
using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CourseCnn.Session.Assist;

/// <summary>
/// Finds what the authors of libraries wrote about their members: the XML file beside an assembly, or, for the framework,
/// the reference pack that an SDK brings. Files are searched as bytes: parsing all 30 MB of the framework's would take seconds.
/// </summary>
static class DocumentationFiles
{
    static readonly ConcurrentDictionary<string, byte[]?> contents = new();

    static readonly Lazy<IReadOnlyList<string>> frameworkFiles = new(FindFrameworkFiles);

    /// <summary>The <c>member</c> element of that id, such as <c>M:System.Console.WriteLine</c>; null where there is none.</summary>
    public static XElement? Find(string assemblyFile, string memberId)
    {
        var beside = Path.ChangeExtension(assemblyFile, ".xml");
        if (Path.GetDirectoryName(assemblyFile) != Path.GetDirectoryName(typeof(object).Assembly.Location))
            return FindIn(beside, memberId);

        // The framework's assemblies are divided in another way than its documentation;
        // most is in the file of that name or in System.Runtime's.
        var name = Path.GetFileName(beside);
        return frameworkFiles.Value
            .OrderByDescending(file => Path.GetFileName(file) == name)
            .ThenByDescending(file => Path.GetFileName(file) == "System.Runtime.xml")
            .Select(file => FindIn(file, memberId))
            .FirstOrDefault(found => found is not null);
    }

    static XElement? FindIn(string file, string memberId)
    {
        if (contents.GetOrAdd(file, Read) is not { } content)
            return null;
        var start = content.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{SecurityElement.Escape(memberId)}\""));
        if (start < 0)
            return null;
        var length = content.AsSpan(start).IndexOf("</member>"u8) + "</member>"u8.Length;
        if (length < "</member>"u8.Length)
            return null;
        try
        {
            return XElement.Parse(Encoding.UTF8.GetString(content.AsSpan(start, length)), LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null; // An author's broken comment is no comment.
        }
    }

    static byte[]? Read(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllBytes(file) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static IReadOnlyList<string> FindFrameworkFiles()
    {
        // shared/Microsoft.NETCore.App/10.0.1 lies beside packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0.
        var framework = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var packs = new DirectoryInfo(Path.Combine(framework.Parent!.Parent!.Parent!.FullName, "packs", "Microsoft.NETCore.App.Ref"));
        if (!packs.Exists)
            return [];
        var version = Environment.Version.Major;
        return [.. packs.EnumerateDirectories()
            .Where(pack => System.Version.TryParse(pack.Name, out var packVersion) && packVersion.Major == version)
            .OrderByDescending(pack => pack.Name == framework.Name)
            .ThenByDescending(pack => System.Version.Parse(pack.Name))
            .Take(1)
            .SelectMany(pack => pack.EnumerateFiles("*.xml", SearchOption.AllDirectories))
            .Select(file => file.FullName)];
    }
}

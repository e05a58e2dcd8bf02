using System.Text;

namespace CourseCnn.Lab.Book.Files;

/// <summary>Styles, scripts and fonts of a page, as this program carries them.</summary>
static class BookAssets
{
    const string Prefix = "book/";

    /// <summary>What is needed to make a page but not to read it, or only to maintain this program.</summary>
    static readonly string[] unpublished = ["math/temml.min.js", "check.css", "README.md"];

    /// <summary>The files that go into every book, each by its name below <c>assets/</c>.</summary>
    internal static IEnumerable<(string Name, byte[] Content)> Published() =>
        from resource in typeof(BookAssets).Assembly.GetManifestResourceNames()
        where resource.StartsWith(Prefix, StringComparison.Ordinal)
        let name = resource[Prefix.Length..].Replace('\\', '/')
        where !unpublished.Contains(name)
        orderby name
        select (name, Read(resource));

    internal static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    static byte[] Bytes(string name) =>
        Read(typeof(BookAssets).Assembly.GetManifestResourceNames().Single(resource => resource.Replace('\\', '/') == Prefix + name));

    static byte[] Read(string resource)
    {
        using var stream = typeof(BookAssets).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CourseCnn.Lab.Book.Files;

/// <summary>plotly.js, out of the assembly that brings it along: read as a file, since the lab does not load what notebooks do.</summary>
static class PlotlyLibrary
{
    /// <param name="version">The version a figure asks for, such as 2.28.0.</param>
    /// <param name="folders">Where the notebooks' libraries lie.</param>
    /// <returns>The script, or null if no library there holds it.</returns>
    internal static byte[]? Find(string version, IEnumerable<string> folders) => folders
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*Plotly*.dll").Order(StringComparer.Ordinal))
        .Select(file => Resource(file, $"plotly-{version}.min.js"))
        .FirstOrDefault(script => script is not null);

    static byte[]? Resource(string file, string name)
    {
        using var image = new PEReader(File.OpenRead(file));
        if (!image.HasMetadata || image.PEHeaders.CorHeader is not { ResourcesDirectory: { Size: > 0 } directory })
            return null;
        var metadata = image.GetMetadataReader();
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            if (!resource.Implementation.IsNil || !metadata.GetString(resource.Name).EndsWith(name, StringComparison.Ordinal))
                continue;
            // A resource is its length, in four bytes, and its content.
            var reader = image.GetSectionData(directory.RelativeVirtualAddress).GetReader();
            reader.Offset = (int)resource.Offset;
            return reader.ReadBytes(reader.ReadInt32());
        }
        return null;
    }
}

using System.Text.Json;
using System.Xml.Linq;

namespace CourseCnn.Architecture.Tests.Notices;

/// <summary>What NuGet has fetched for projects, directly or through another package.</summary>
static class RestoredPackages
{
    /// <summary>Names with the folders that hold the packages.</summary>
    public static Dictionary<string, string> Of(IEnumerable<string> projects)
    {
        var packages = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in projects)
        {
            Assert.True(IsRestored(project), $"{project} is not restored, so that nobody knows its packages: run dotnet restore.");
            foreach (var (name, folder) in Read(AssetsOf(project)))
                packages[name] = folder;
        }

        return packages;
    }

    public static bool IsRestored(string project) => File.Exists(AssetsOf(project));

    /// <summary>The packages that the project file itself names.</summary>
    public static string[] NamedBy(string project) =>
        XDocument.Load(Repository.PathOf($"{project}/{project.Split('/')[^1]}.csproj"))
            .Descendants("PackageReference")
            .Select(reference => reference.Attribute("Include")!.Value)
            .ToArray();

    /// <summary>The licence that a package declares as an SPDX expression; null where it links to a text or says nothing.</summary>
    public static string? LicenceIn(string folder)
    {
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().Single(IsNamed("metadata"));
        var licence = metadata.Elements().SingleOrDefault(IsNamed("license"));
        return licence?.Attribute("type")?.Value == "expression" ? licence.Value : null;

        // Each version of the format has a namespace of its own.
        static Func<XElement, bool> IsNamed(string name) => element => element.Name.LocalName == name;
    }

    static string AssetsOf(string project) => Repository.PathOf($"{project}/obj/project.assets.json");

    static IEnumerable<(string Name, string Folder)> Read(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var folders = document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        foreach (var library in document.RootElement.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package")
                continue;

            var path = library.Value.GetProperty("path").GetString()!;
            yield return (library.Name.Split('/')[0], folders.Select(folder => Path.Combine(folder, path)).First(Directory.Exists));
        }
    }
}

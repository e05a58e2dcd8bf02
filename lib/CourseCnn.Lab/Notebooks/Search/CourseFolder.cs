using CourseCnn.Lab.Terminal;

namespace CourseCnn.Lab.Notebooks.Search;

/// <summary>Where the course lies: in the current folder, above it, or above this program.</summary>
static class CourseFolder
{
    const string Name = "notebooks";

    /// <summary>The course's notebooks, named as briefly as the current folder allows.</summary>
    internal static string Notebooks()
    {
        var current = Directory.GetCurrentDirectory();
        if (Directory.Exists(Name))
            return Name;
        var found = new[] { current, AppContext.BaseDirectory }
            .SelectMany(Upwards)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "CourseCnn.sln")) && Directory.Exists(Path.Combine(folder, Name)));
        return found is null
            ? throw new UsageException($"There is no folder {Name} here (in {current}). Go to the course's folder, or name the notebooks.")
            : Path.GetRelativePath(current, Path.Combine(found, Name));
    }

    static IEnumerable<string> Upwards(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
            yield return place.FullName;
    }
}

using System.Runtime.CompilerServices;

namespace CourseCnn.Tests.Data;

/// <summary>Where the tests find their files, and where they may write.</summary>
static class TestFiles
{
    internal static string Picture(string name) => Path.Combine(Folder(), "pictures", name);

    internal static string Img(string name) => Path.GetFullPath(Path.Combine(Folder(), "../../../img", name));

    /// <summary>The folder of the course's notebooks.</summary>
    internal static string Notebooks => Path.GetFullPath(Path.Combine(Folder(), "../../../notebooks"));

    static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}

using System.Runtime.CompilerServices;

namespace CourseCnn.Lab.Tests;

/// <summary>Tests, and the processes they start, keep away from the user's own books and runs.</summary>
static class CacheSetting
{
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "lab-cache");

    [ModuleInitializer]
    internal static void Apply() => Environment.SetEnvironmentVariable("COURSECNN_CACHE", Folder);
}

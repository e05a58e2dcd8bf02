using System.Diagnostics;

namespace CourseCnn.Lab.Crash;

/// <summary>This program, to be started once more.</summary>
static class OwnProgram
{
    /// <param name="arguments">Its command line.</param>
    internal static ProcessStartInfo With(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(OwnProgram).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}

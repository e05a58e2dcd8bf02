using System.ComponentModel;
using CourseCnn.Lab.Crash;

namespace CourseCnn.Lab.Commands;

/// <summary>
/// Tells which cell took the whole program down, and why, in a sentence instead of the runtime's own pages. The first cell starts a second
/// process for that; see <see cref="Companion"/>.
/// </summary>
static class RunWatch
{
    const string None = "";
    const string Consequence = "The run has ended with it, and the notebook is left as it was.";

    static Companion? companion;
    static bool isTried;

    /// <summary>A cell begins: what to call it.</summary>
    public static void Began(string cell)
    {
        if (!isTried)
            Start();
        companion?.Note(cell);
    }

    /// <summary>No cell runs any more.</summary>
    public static void Ended() => companion?.Note(None);

    /// <summary>The other process.</summary>
    public static int Watch(string errorsHandle)
    {
        var lastWords = new LastWords(errorsHandle, elsewhere: null);
        var cell = None;
        while (Console.In.ReadLine() is { } line)
            cell = line;

        var words = lastWords.Take();
        if (cell == None)
        {
            Console.Error.Write(words);
            return 0;
        }

        var report = CrashReport.Of(words, Consequence);
        Console.Error.WriteLine($"{cell} failed");
        foreach (var line in $"{report.Name}: {report.Message}".Split('\n'))
            Console.Error.WriteLine($"  {line}");
        return 0;
    }

    static void Start()
    {
        isTried = true;
        // What the program itself says goes on to where it went so far: it is opened before the pipe takes its place.
        _ = Console.Error;
        try
        {
            companion = Companion.Start("watch-run");
            // Environment.Exit is no crash, and reported elsewhere.
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Ended();
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            // Then the runtime's own words must do.
        }
    }
}

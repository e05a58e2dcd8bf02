using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using CourseCnn.Session.Compiling;
using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Errors;

/// <summary>Tells of calls that were nested until the stack was full: the last and the first of them, and how many there were.</summary>
static class OverflowReport
{
    public const string Name = "StackOverflow";

    /// <summary>How many places are shown where the calls ended, and where they began.</summary>
    const int Places = 3;

    /// <summary>So many calls are looked at to see who calls whom.</summary>
    const int Looked = 64;

    public static CellError Of(InsufficientExecutionStackException exception, CellSources sources, CellSource cell)
    {
        var calls = (from frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames()
                     let source = sources.Find(frame.GetFileName())
                     where source is not null && frame.GetFileLineNumber() > 0
                     select (Place: new UserFrame(source, frame.GetFileLineNumber()), Method: frame.GetMethod())).ToList();
        var names = calls.Take(Looked).Select(call => call.Method).OfType<MethodBase>().Select(CallName.Of).Distinct().Order().ToList();
        var message = $"{Who(names)} again and again, until there was no room left for more calls ({Text(calls.Count)} were nested): "
            + "some case must end without calling again.";

        var last = calls.Take(Looked).Select(call => call.Place).Distinct().Take(Places).ToList();
        var first = calls.Skip(Looked).TakeLast(Looked).Select(call => call.Place).Distinct().Except(last).TakeLast(Places).ToList();
        var traceback = new List<string> { $"{Name}: {message}" };
        traceback.AddRange(last.SelectMany(place => Excerpt.Of(place, cell)));
        if (calls.Count - last.Count - first.Count is > 0 and var more)
            traceback.Add($"… {Text(more)} more calls like these");
        traceback.AddRange(first.SelectMany(place => Excerpt.Of(place, cell)));
        var line = last.Concat(first).FirstOrDefault(place => place.Cell == cell)?.Line;
        return new CellError(Name, message, line, line is { } number ? cell.Line(number) : null, traceback);
    }

    static string Who(List<string> names) => names.Count switch
    {
        0 => "A function was called",
        1 => $"{Capital(names[0])} called itself",
        2 => $"{Capital(names[0])} and {names[1]} called each other",
        _ => $"{Capital(string.Join(", ", names.Take(Places)))}{(names.Count > Places ? ", …" : "")} called each other",
    };

    /// <summary>A sentence's beginning; names stay as they are.</summary>
    static string Capital(string text) =>
        text.StartsWith("a ", StringComparison.Ordinal) || text.StartsWith("an ", StringComparison.Ordinal) ? $"A{text[1..]}" : text;

    static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CourseCnn.Session.Wording;

/// <summary>Exceptions in words, also such whose own members fail.</summary>
static partial class Thrown
{
    /// <summary>So many inner exceptions are told, and so many lines of each.</summary>
    public const int Most = 8;

    /// <summary>What a member that failed has thrown: <c>threw FormatException: no digits</c>.</summary>
    public static string Text(Exception exception)
    {
        while (exception is TargetInvocationException { InnerException: { } inner })
            exception = inner;
        if (exception is InsufficientExecutionStackException)
            return "called itself until the stack was full";
        return $"threw {Name(exception)}: {Limits.Cut(Message(exception).ReplaceLineEndings(" "), 200)}";
    }

    /// <summary>The exception's type.</summary>
    public static string Name(Exception exception) => TypeName.Of(exception.GetType());

    /// <summary>Its message; what is wrong with it, where it has none.</summary>
    public static string Message(Exception exception)
    {
        try
        {
            return TypeName.Clean(exception.Message ?? "");
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            return $"(its Message {(failed is InsufficientExecutionStackException ? "called itself" : $"threw {Name(failed)}")})";
        }
    }

    /// <summary>The exceptions within another one, of all kinds.</summary>
    public static IEnumerable<Exception> Inner(Exception exception) => exception switch
    {
        AggregateException many => many.InnerExceptions,
        ReflectionTypeLoadException many => many.LoaderExceptions.OfType<Exception>(),
        { InnerException: { } inner } => [inner],
        _ => [],
    };

    /// <summary>An exception as a value: it, the lines of cells it went through, and all that are within it.</summary>
    public static string Full(Exception exception)
    {
        var lines = new List<string>();
        Tell(exception, "", lines, []);
        return string.Join('\n', lines);
    }

    static void Tell(Exception exception, string introduction, List<string> lines, HashSet<Exception> told)
    {
        if (!told.Add(exception) || told.Count > Most)
            return;
        lines.Add($"{introduction}{Name(exception)}: {Limits.Cut(Message(exception), Limits.InnerText)}");
        lines.AddRange(Places(exception).Distinct().Take(Most));
        foreach (var inner in Inner(exception))
            Tell(inner, "caused by ", lines, told);
    }

    /// <summary>The lines of cells and loaded files; a library's own mean nothing to a learner.</summary>
    static IEnumerable<string> Places(Exception exception) =>
        from frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames()
        let file = Path.GetFileName(frame.GetFileName())
        where file is not null && frame.GetFileLineNumber() > 0 && (Cell().IsMatch(file) || file.EndsWith(".csx", StringComparison.Ordinal))
        select string.Create(CultureInfo.InvariantCulture, $"  in {file}, line {frame.GetFileLineNumber()}");

    [GeneratedRegex(@"^cell \d+$")]
    private static partial Regex Cell();
}

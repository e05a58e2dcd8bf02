using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using CourseCnn.Session.Compiling;
using CourseCnn.Session.Contract;
using CourseCnn.Session.Running;
using CourseCnn.Session.Wording;
using Microsoft.CodeAnalysis;

namespace CourseCnn.Session.Errors;

/// <summary>Tells a learner what failed, and where in their own lines.</summary>
static class ErrorReport
{
    public const string CompilationError = "CompilationError";
    public const string Interrupted = "Interrupted";

    /// <summary>The report of an exception that <paramref name="cell"/> ended with.</summary>
    public static CellError Of(Exception exception, CellSources sources, CellSource cell)
    {
        if (Overflow(exception) is { } full)
            return OverflowReport.Of(full, sources, cell);
        exception = Innermost(exception);
        return exception switch
        {
            CompilationFailedException failed => OfCompilation(failed, sources, cell),
            LearnerException learner => Report("Error", learner.Message, cell, learner.Line is { } line ? [new(cell, line)] : []),
            _ => OfException(exception, sources, cell),
        };
    }

    /// <summary>The report of a cell that was stopped from outside.</summary>
    public static CellError Stopped(CellSources sources, CellSource cell, StoppableExecution execution)
    {
        if (execution.GaveUp)
            return LeftBehind(sources, cell, execution.StuckIn);
        var where = execution.StoppedAt;
        return Report(Interrupted, "The cell was stopped before its end.", cell, where is null ? [] : UserFrames.In(where, sources));
    }

    static CellError LeftBehind(CellSources sources, CellSource cell, CallSite? call)
    {
        const string Consequence = "did not stop: it goes on in the background, without output; the variables are kept.";
        if (call is null || sources.Find(call.Path) is not { } source)
            return Report(Interrupted, $"Something that the cell does or has begun {Consequence}", cell, []);
        var place = source == cell ? $"line {Text(call.Line)}" : $"line {Text(call.Line)} of {source.Name}";
        return Report(Interrupted, $"`{call.Name}` in {place} {Consequence}", cell, [new(source, call.Line)]);
    }

    static CellError OfException(Exception exception, CellSources sources, CellSource cell)
    {
        var (name, frames) = (Thrown.Name(exception), UserFrames.In(new StackTrace(exception, true), sources));
        var suspects = frames.Count == 0 && exception is IndexOutOfRangeException ? IndexSuspects.In(cell) : [];
        var message = MemoryReport.IsFull(exception) ? MemoryReport.Message() : Thrown.Message(exception);
        var error = Report(name, message, cell, suspects.Count == 1 ? suspects : frames);
        var rest = suspects.Count < 2 ? [] : Excerpt.OfOne(suspects);
        return error with { Traceback = [.. error.Traceback, .. rest, .. Causes(exception, sources, cell, [exception])] };
    }

    /// <summary>What an exception was thrown because of, each with its lines.</summary>
    static IEnumerable<string> Causes(Exception exception, CellSources sources, CellSource cell, HashSet<Exception> told)
    {
        foreach (var wrapped in Thrown.Inner(exception))
        {
            var inner = Innermost(wrapped);
            if (told.Count >= Thrown.Most || !told.Add(inner))
                continue;
            yield return $"caused by {Thrown.Name(inner)}: {Thrown.Message(inner)}";
            foreach (var line in UserFrames.In(new StackTrace(inner, true), sources).SelectMany(frame => Excerpt.Of(frame, cell)))
                yield return line;
            foreach (var line in Causes(inner, sources, cell, told))
                yield return line;
        }
    }

    static CellError OfCompilation(CompilationFailedException failed, CellSources sources, CellSource cell)
    {
        IReadOnlyList<Diagnostic> errors = failed.Errors;
        if (errors.FirstOrDefault(error => CellAdvice.Of(error, failed.Compilation) is not null) is { } special)
            errors = [special];
        var traceback = new List<string>();
        foreach (var error in errors)
        {
            var span = error.Location.GetLineSpan();
            var place = sources.Find(span.Path) is { } source ? new UserFrame(source, span.StartLinePosition.Line + 1) : null;
            var file = place is null && span.Path.Length > 0 ? $" ({span.Path}, line {Text(span.StartLinePosition.Line + 1)})" : "";
            traceback.Add($"{error.Id}: {CompilerMessage.Of(error, failed.Compilation)}{file}");
            if (place is not null)
                traceback.AddRange(Excerpt.Of(place, cell, error.Location.GetLineSpan()));
        }

        var first = errors[0].Location.GetLineSpan();
        var line = sources.Find(first.Path) == cell ? first.StartLinePosition.Line + 1 : (int?)null;
        var message = CompilerMessage.Of(errors[0], failed.Compilation);
        return new CellError(CompilationError, message, line, line is { } number ? cell.Line(number) : null, traceback);
    }

    static CellError Report(string name, string message, CellSource cell, IReadOnlyList<UserFrame> frames)
    {
        var traceback = new List<string> { $"{name}: {message}" };
        foreach (var frame in frames)
            traceback.AddRange(Excerpt.Of(frame, cell));
        var line = frames.FirstOrDefault(frame => frame.Cell == cell)?.Line;
        return new CellError(name, message, line, line is { } number ? cell.Line(number) : null, traceback);
    }

    /// <summary>The full stack that is behind a failure, if one is: sorting, say, wraps what comparing throws.</summary>
    static InsufficientExecutionStackException? Overflow(Exception? exception) => exception switch
    {
        null => null,
        InsufficientExecutionStackException full => full,
        AggregateException many => many.InnerExceptions.Select(Overflow).FirstOrDefault(inner => inner is not null),
        _ => Overflow(exception.InnerException),
    };

    /// <summary>Wrappers that the machinery puts around what really happened are taken off.</summary>
    static Exception Innermost(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions.Count: 1 } or TargetInvocationException or TypeInitializationException
            when exception.InnerException is { } inner => Innermost(inner),
        _ => exception,
    };

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

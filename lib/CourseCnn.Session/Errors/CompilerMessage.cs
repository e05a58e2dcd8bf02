using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CourseCnn.Session.Errors;

/// <summary>A compiler error's text, with what to do about it where learners meet it often.</summary>
static class CompilerMessage
{
    /// <param name="error">The error.</param>
    /// <param name="compilation">What it is an error of.</param>
    public static string Of(Diagnostic error, Compilation compilation)
    {
        if (CellAdvice.Of(error, compilation) is { } sentence)
            return sentence;
        var text = error.GetMessage(CultureInfo.InvariantCulture);
        return Advice(error, compilation) is { } advice ? $"{text.TrimEnd('.')}: {advice}." : text;
    }

    static string? Advice(Diagnostic error, Compilation compilation) => error.Id switch
    {
        "CS0006" => "#r paths start at the notebook's folder, and a library must be built before it can be loaded (dotnet build)",
        "CS0122" or "CS1540" => ForwardHint.For(error, compilation),
        "CS0201" => "to show the value, leave the semicolon away",
        "CS0507" or "CS0534" or "CS0621" => OverrideHint.For(error, compilation),
        "CS7009" or "CS8098" => "such a line goes to the top of a cell, before any code",
        _ => null,
    };
}

using System.Globalization;
using Microsoft.CodeAnalysis;

namespace CourseCnn.Session.Errors;

/// <summary>A compiler error's text, with what to do about it where learners meet it often.</summary>
static class CompilerMessage
{
    public static string Of(Diagnostic error)
    {
        var text = error.GetMessage(CultureInfo.InvariantCulture);
        return error.Id switch
        {
            "CS0006" => $"{text.TrimEnd('.')}: #r paths start at the notebook's folder, and a library must be built before it can be loaded (dotnet build).",
            "CS0201" => $"{text.TrimEnd('.')}: to show the value, leave the semicolon away.",
            "CS7009" or "CS8098" => $"{text.TrimEnd('.')}: such a line goes to the top of a cell, before any code.",
            _ => ForwardHint.For(error, text) is { } hint ? $"{text.TrimEnd('.')}: {hint}." : text,
        };
    }
}

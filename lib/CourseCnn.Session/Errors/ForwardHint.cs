using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseCnn.Session.Errors;

/// <summary>
/// What to write where a module's Forward is called from outside, or overridden as public: in PyTorch both go by one name, in the course's
/// library Forward is overridden and Call is called.
/// </summary>
static class ForwardHint
{
    const string Forward = "Forward(Tensor)'";

    /// <summary>The hint, or null where the error is about something else.</summary>
    public static string? For(Diagnostic error, string text) => error.Id switch
    {
        "CS0122" or "CS1540" when text.Contains($".{Forward}", StringComparison.Ordinal) => $"call it: {Call(error)}",
        "CS0507" when text.Contains($".{Forward}", StringComparison.Ordinal) => "write protected override Tensor Forward(Tensor x)",
        _ => null,
    };

    /// <summary>The learner's own call with the right name: <c>layer.Call(x)</c>.</summary>
    static string Call(Diagnostic error)
    {
        const string example = "layer.Call(x)";
        var node = error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan);
        if (node?.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } access)
            return example;
        var arguments = access.Parent is InvocationExpressionSyntax call ? call.ArgumentList.ToString() : "";
        var written = $"{access.Expression}.Call{arguments}";
        return written.Length <= 60 && !written.Contains('\n', StringComparison.Ordinal) ? written : example;
    }
}

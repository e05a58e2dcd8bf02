using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseCnn.Session.Errors;

/// <summary>
/// What to write instead where C# allows in a program what it does not in a cell, whose variables live on. The compiler, which reads a cell
/// as something else then, complains about much that a learner never wrote.
/// </summary>
static class CellAdvice
{
    /// <summary>One sentence in place of all the compiler says; null where the error is another one.</summary>
    public static string? Of(Diagnostic error, Compilation compilation)
    {
        if (error.Location.SourceTree is not { } tree)
            return null;
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        return error.Id switch
        {
            "CS8345" => "A variable of a cell lives on, where a span cannot: put braces around all the lines that use it, { … }, "
                + "or make it an array with .ToArray().",
            "CS0029" when IsSpan(node, compilation) =>
                "A span cannot be the value of a cell: write .ToArray() behind it to see its elements.",
            "CS9054" => "A type of a cell belongs to that cell already: leave the word file away.",
            "CS1109" or "CS9283" => "A cell's classes stand within the cell's own, where C# allows no extension members: "
                + "write a function, int Twice(int x) => 2 * x;, and call Twice(3).",
            "CS7021" => "A cell or a loaded script has no namespaces: leave the namespace line, and its braces, away; "
                + "a file of a project is used by building that and #r \"path/to/its.dll\".",
            "CS7026" => "A cell is no assembly of its own: leave the attribute away.",
            _ when IsUsingVariable(node) is { } name => $"In a cell, whose variables live on, using stands before a block: "
                + $"write using (var {name} = …) {{ … }}, or leave the using away and call {name}.Dispose() when it is done with.",
            _ when node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is
            { ReturnType: RefTypeSyntax, ParameterList.OpenParenToken.IsMissing: true } reference =>
                "A variable of a cell lives on, so it cannot be a ref: "
                + $"put braces around all the lines that use {reference.Identifier}, {{ … }}.",
            _ => null,
        };
    }

    static bool IsSpan(SyntaxNode node, Compilation compilation) =>
        compilation.GetSemanticModel(node.SyntaxTree).GetTypeInfo(node).Type is { IsRefLikeType: true };

    /// <summary>The variable of <c>using var x = …</c>, which is read as a using directive and an assignment.</summary>
    static string? IsUsingVariable(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not { SemicolonToken.IsMissing: true } directive)
            return null;
        var next = directive.GetLastToken(includeZeroWidth: false).GetNextToken();
        return next.IsKind(SyntaxKind.IdentifierToken) && next.GetNextToken().IsKind(SyntaxKind.EqualsToken) ? next.ValueText : null;
    }
}

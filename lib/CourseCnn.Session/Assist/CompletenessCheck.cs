using CourseCnn.Session.Compiling;
using CourseCnn.Session.Contract;
using CourseCnn.Session.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseCnn.Session.Assist;

/// <summary>Tells code that is ready to run from code that somebody is still writing.</summary>
static class CompletenessCheck
{
    const int IndentWidth = 4;

    public static Completeness Of(string code)
    {
        if (!Nesting.IsBounded(code) || !CellSplitter.TryGetCode(code, out code))
            return new(CodeState.Invalid);

        var tree = CSharpSyntaxTree.ParseText(code, SubmissionChain.ParseOptions);
        if (IsTextBroken(tree) || ClosesTooMuch(tree))
            return new(CodeState.Invalid);
        if (IsOpenText(tree.GetRoot()))
            return new(CodeState.Incomplete, "");
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new(CodeState.Incomplete, Indent(tree));
        var hasErrors = tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new(hasErrors ? CodeState.Invalid : CodeState.Complete);
    }

    /// <summary>One step further in than the line with the innermost open bracket; with none open, than the last line.</summary>
    static string Indent(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var last = root.GetLastToken(includeZeroWidth: false);
        if (last.IsKind(SyntaxKind.None))
            return "";
        var open = new Stack<SyntaxToken>();
        foreach (var token in root.DescendantTokens().Where(token => !token.IsMissing))
        {
            if (Opens(token))
                open.Push(token);
            else if (Closes(token))
                open.TryPop(out _);
        }

        var text = tree.GetText();
        var line = text.Lines.GetLineFromPosition((open.TryPeek(out var bracket) ? bracket : last).SpanStart).ToString();
        var indent = line[..^line.TrimStart().Length];
        return indent + new string(' ', IndentWidth);
    }

    static bool Opens(SyntaxToken token) =>
        token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken;

    static bool Closes(SyntaxToken token) =>
        token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken;

    /// <summary>Whether a bracket is closed that nothing opened. The parser puts what it cannot place aside, among the spaces.</summary>
    static bool ClosesTooMuch(SyntaxTree tree)
    {
        var depth = 0;
        return tree.GetRoot().DescendantTokens(descendIntoTrivia: true).Where(token => !token.IsMissing)
            .Any(token => (depth += Opens(token) ? 1 : Closes(token) ? -1 : 0) < 0);
    }

    /// <summary>Whether a text in quotes does not end on its line: more lines do not help it.</summary>
    static bool IsTextBroken(SyntaxTree tree) => tree.GetDiagnostics().Any(diagnostic => diagnostic.Id == "CS1010");

    /// <summary>Whether the code ends inside a comment or a text over several lines, where spaces would belong to it.</summary>
    static bool IsOpenText(SyntaxNode root) => root.SyntaxTree.GetDiagnostics().Any(diagnostic => diagnostic.Id
        is "CS1035" /* comment without end */ or "CS1039" /* verbatim text without end */ or "CS8997" /* raw text without end */);
}

using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseCnn.Lab.Book.Text;

/// <summary>C# as HTML, its words marked by what they are as far as syntax tells. The text stays the same to the letter.</summary>
static class CSharpColours
{
    static readonly CSharpParseOptions script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    internal static string ToHtml(string code)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(code, script).GetRoot().DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia)
                Append(html, Class(trivia), trivia.ToFullString());
            Append(html, Class(token), token.Text);
            foreach (var trivia in token.TrailingTrivia)
                Append(html, Class(trivia), trivia.ToFullString());
        }
        return html.ToString();
    }

    static void Append(StringBuilder html, string? kind, string text)
    {
        var encoded = WebUtility.HtmlEncode(text);
        if (kind is null || text.Length == 0)
            html.Append(encoded);
        else
            html.Append("<span class=\"").Append(kind).Append("\">").Append(encoded).Append("</span>");
    }

    static string? Class(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia => "c-comment",
        SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => "c-comment",
        _ when trivia.IsDirective => "c-directive",
        _ => null,
    };

    static string? Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => ClassOfName(token),
        SyntaxKind.NumericLiteralToken => "c-number",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken => "c-string",
        SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => "c-string",
        SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken => "c-string",
        SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => "c-string",
        SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken => "c-string",
        SyntaxKind.InterpolatedRawStringEndToken => "c-string",
        var kind => SyntaxFacts.IsKeywordKind(kind) || SyntaxFacts.IsContextualKeyword(kind) ? "c-keyword" : null,
    };

    static string? ClassOfName(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or ConstructorDeclarationSyntax or TypeParameterSyntax => "c-type",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "c-method",
        SimpleNameSyntax name when name is IdentifierNameSyntax && name.IsVar => "c-keyword",
        SimpleNameSyntax name when IsCalled(name) => "c-method",
        SimpleNameSyntax name when IsType(name) => "c-type",
        _ => null,
    };

    static bool IsCalled(SimpleNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax call && call.Expression == name
        || (name.Parent is MemberAccessExpressionSyntax member && member.Name == name
            && member.Parent is InvocationExpressionSyntax outer && outer.Expression == member);

    /// <summary>
    /// A name where only a type can stand; and, since syntax tells no more, a capital before a dot, as in <c>Tensor.Of</c>.
    /// </summary>
    static bool IsType(SimpleNameSyntax name) =>
        SyntaxFacts.IsInTypeOnlyContext(name)
        || (name.Parent is MemberAccessExpressionSyntax member && member.Expression == name && char.IsUpper(name.Identifier.ValueText[0]));
}

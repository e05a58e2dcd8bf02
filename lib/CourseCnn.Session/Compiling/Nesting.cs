using CourseCnn.Session.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseCnn.Session.Compiling;

/// <summary>
/// How deeply code nests. The compiler calls itself for each level, and a full stack would end the process: such code is refused.
/// </summary>
static class Nesting
{
    /// <summary>More than anybody writes.</summary>
    const int Most = 500;

    /// <summary>Texts within texts, which are nested before there are words of code to count.</summary>
    static readonly string texts = string.Concat(Enumerable.Repeat("$\"{", 50));

    /// <summary>Whether the compiler may be asked about the code.</summary>
    public static bool IsBounded(string code) => Line(code) == 0;

    /// <exception cref="LearnerException">The code nests too deeply.</exception>
    public static void Check(string code)
    {
        if (Line(code) is > 0 and var line)
            throw new LearnerException(
                $"More than {Most} brackets, operators or conditions stand within one another, which the compiler cannot read: "
                + "put the inner ones into variables or functions of their own.", line);
    }

    /// <summary>The first line that nests too deeply, from 1; 0 where none does.</summary>
    static int Line(string code)
    {
        // Nearly all code has fewer of them than may be nested, and need not be taken apart.
        if (code.AsSpan().Count("await") < Most && code.AsSpan().Count("else") < Most && code.Count(IsNesting) < Most)
            return code.Contains(texts, StringComparison.Ordinal) ? 1 : 0;
        if (code.Contains(texts, StringComparison.Ordinal))
            return 1;
        var counter = new Counter();
        foreach (var token in SyntaxFactory.ParseTokens(code, options: SubmissionChain.ParseOptions))
            if (!counter.Take(token))
                return 1 + code.AsSpan(0, token.SpanStart).Count('\n');
        return 0;
    }

    static bool IsNesting(char letter) => letter is '(' or '[' or '{' or '!' or '-' or '~' or '+' or '&' or '*' or '?' or '<' or '=' or '^';

    /// <summary>Counts along the words of code.</summary>
    sealed class Counter
    {
        readonly int[] conditions = new int[Most + 1];
        int depth, prefixes, chain, generics;
        bool isValue;
        SyntaxKind before;

        /// <summary>False where it has become too much.</summary>
        public bool Take(SyntaxToken token)
        {
            var kind = token.Kind();
            depth += kind is SyntaxKind.OpenParenToken or SyntaxKind.OpenBraceToken or SyntaxKind.OpenBracketToken ? 1
                : kind is SyntaxKind.CloseParenToken or SyntaxKind.CloseBraceToken or SyntaxKind.CloseBracketToken ? -1 : 0;
            depth = Math.Max(depth, 0);
            if (depth > Most)
                return false;

            // Before a value, operators pile up; behind one, they stand side by side.
            prefixes = !IsPrefix(token) ? 0 : prefixes > 0 || !isValue ? prefixes + 1 : 0;
            isValue = !IsPrefix(token) && IsValue(kind);
            // What groups to the right nests although nothing is closed.
            chain = kind is SyntaxKind.SemicolonToken or SyntaxKind.CommaToken or SyntaxKind.CloseBraceToken ? 0
                : IsRightwards(kind) ? chain + 1 : chain;
            generics = kind is SyntaxKind.LessThanToken ? generics + 1
                : kind is SyntaxKind.IdentifierToken or SyntaxKind.DotToken || SyntaxFacts.IsPredefinedType(kind) ? generics : 0;
            if (kind == SyntaxKind.ElseKeyword)
                conditions[depth]++;
            else if (before is SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken && kind != SyntaxKind.CloseBraceToken)
                conditions[depth] = 0;
            before = kind;
            return prefixes <= Most && chain <= Most && generics <= Most && conditions[depth] <= Most;
        }

        static bool IsPrefix(SyntaxToken token) => token.Text == "await" || token.Kind()
            is SyntaxKind.ExclamationToken or SyntaxKind.MinusToken or SyntaxKind.PlusToken
            or SyntaxKind.TildeToken or SyntaxKind.AmpersandToken or SyntaxKind.AsteriskToken or SyntaxKind.CaretToken
            or SyntaxKind.PlusPlusToken or SyntaxKind.MinusMinusToken;

        static bool IsValue(SyntaxKind kind) => kind is SyntaxKind.IdentifierToken or SyntaxKind.NumericLiteralToken
            or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.StringLiteralToken;

        static bool IsRightwards(SyntaxKind kind) => kind is SyntaxKind.QuestionToken or SyntaxKind.QuestionQuestionToken
            or SyntaxKind.EqualsToken or SyntaxKind.EqualsGreaterThanToken or SyntaxKind.QuestionQuestionEqualsToken;
    }
}

using CourseCnn.Session.Compiling;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseCnn.Session.Errors;

/// <summary>
/// The lines that may have gone beyond an array's end. Optimised code jumps to one common place to throw that exception,
/// and where it came from is lost with the jump: what is left is to look which lines take an element at all.
/// </summary>
static class IndexSuspects
{
    const int Most = 8;

    public static IReadOnlyList<UserFrame> In(CellSource cell)
    {
        var tree = CSharpSyntaxTree.ParseText(cell.Code, SubmissionChain.ParseOptions);
        return [.. tree.GetRoot()
            .DescendantNodes(node => node is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or TypeDeclarationSyntax))
            .OfType<ElementAccessExpressionSyntax>()
            .Select(access => new UserFrame(cell, tree.GetLineSpan(access.ArgumentList.Span).StartLinePosition.Line + 1))
            .Distinct()
            .Take(Most)];
    }
}

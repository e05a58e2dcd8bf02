using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CourseCnn.Session.Compiling;

/// <summary>Helps the parser of scripts where it takes an expression for a declaration that a script could hold, too.</summary>
static class ScriptDialect
{
    const string With = "with";

    /// <summary>The code with brackets around what is to be read as an expression; the code itself where nothing is.</summary>
    public static string Mend(string code)
    {
        if (!code.Contains(With, StringComparison.Ordinal))
            return code;
        var root = CSharpSyntaxTree.ParseText(code, SubmissionChain.ParseOptions).GetCompilationUnitRoot();
        // `p with { X = 5 }` is read as a property called "with" of the type p.
        foreach (var span in root.Members.Select(Copy).Where(span => span.Length > 0).Reverse())
            code = code.Insert(span.End, ")").Insert(span.Start, "(");
        return code;
    }

    static TextSpan Copy(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax { Identifier.ValueText: With, Type.IsMissing: false, AccessorList: not null } copy
            when copy.AccessorList.Accessors.All(accessor => !accessor.Keyword.IsKind(SyntaxKind.GetKeyword)) =>
            TextSpan.FromBounds(copy.Type.SpanStart, copy.AccessorList.Span.End),
        _ => default,
    };
}

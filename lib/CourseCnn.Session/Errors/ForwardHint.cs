using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseCnn.Session.Errors;

/// <summary>
/// The learner's own call with the right name where a module's Forward is called from outside: in PyTorch one name is overridden and
/// called, in the course's library Forward is overridden and Call is called. Known by the symbols: a Forward that is out of reach, on
/// something that has a public Call with the same parameters.
/// </summary>
sealed class ForwardHint(SemanticModel model)
{
    const string Forward = "Forward";
    const string Call = "Call";

    /// <summary>A longer call is told without its arguments.</summary>
    const int Longest = 60;

    /// <summary>What to write, such as <c>layer.Call(x)</c>; null where the error is about something else.</summary>
    /// <param name="error">An error that something is inaccessible.</param>
    /// <param name="compilation">What it is an error of.</param>
    public static string? For(Diagnostic error, Compilation compilation)
    {
        if (error.Location.SourceTree is not { } tree)
            return null;
        var hint = new ForwardHint(compilation.GetSemanticModel(tree));
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var name = node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault(hint.IsMeantAsCall);
        return name is null ? null : hint.Sentence(name);
    }

    string Sentence(SimpleNameSyntax name)
    {
        var written = Whole(name);
        var renamed = written.ReplaceNodes(
            written.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsMeantAsCall),
            (_, other) => other.WithIdentifier(SyntaxFactory.Identifier(Call)));
        if (OneLine(renamed) is { Length: <= Longest } all)
            return $"call it: {all}";

        var bare = renamed is InvocationExpressionSyntax call ? OneLine(call.Expression) : null;
        return bare is { Length: <= Longest } ? $"call it: {bare}(…)" : $"write .{Call}(…) instead of .{Forward}(…)";
    }

    /// <summary>Whether a name is that of a Forward out of reach, on a value that can be called.</summary>
    bool IsMeantAsCall(SimpleNameSyntax name)
    {
        if (name.Identifier.ValueText != Forward || Receiver(name) is not { } receiver)
            return false;
        if (model.GetSymbolInfo(receiver).Symbol is INamespaceOrTypeSymbol || model.GetTypeInfo(receiver).Type is not { } type)
            return false;
        var forwards = model.GetSymbolInfo(name).CandidateSymbols.OfType<IMethodSymbol>().ToList();
        return model.LookupSymbols(name.SpanStart, type, Call)
            .OfType<IMethodSymbol>()
            .Where(call => call.DeclaredAccessibility == Accessibility.Public)
            .Any(call => forwards.Exists(forward => HaveSameParameters(call, forward)));
    }

    static bool HaveSameParameters(IMethodSymbol one, IMethodSymbol other) =>
        one.Parameters.Select(parameter => parameter.Type).SequenceEqual(
            other.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default);

    /// <summary>What stands before the dot.</summary>
    static ExpressionSyntax? Receiver(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax => name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    /// <summary>The call, or what stands for one where it is handed on; with all of it where a question mark begins it.</summary>
    static ExpressionSyntax Whole(SimpleNameSyntax name)
    {
        var whole = (ExpressionSyntax)name.Parent!;
        if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
            whole = call;
        return whole.Ancestors().TakeWhile(node => node is ExpressionSyntax).OfType<ConditionalAccessExpressionSyntax>()
            .LastOrDefault(conditional => conditional.WhenNotNull.Span.Contains(whole.Span)) ?? whole;
    }

    /// <summary>Code as it was written, or, where it has line ends or comments, its words alone.</summary>
    static string OneLine(ExpressionSyntax code)
    {
        var plain = code.WithoutTrivia();
        if (plain.DescendantTrivia().All(space => space.IsKind(SyntaxKind.WhitespaceTrivia)))
            return plain.ToString();
        return plain.ReplaceTrivia(plain.DescendantTrivia(), (_, _) => SyntaxFactory.Space)
            .NormalizeWhitespace(indentation: "", eol: " ").ToString();
    }
}

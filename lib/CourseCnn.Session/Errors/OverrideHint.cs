using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseCnn.Session.Errors;

/// <summary>The head of a method that means to override another, written as that one wants it.</summary>
static class OverrideHint
{
    /// <summary>
    /// What to write, such as <c>protected override Tensor Forward(Tensor x)</c>; null where nothing is meant to be overridden.
    /// </summary>
    /// <param name="error">An error in the head of a method or of its class.</param>
    /// <param name="compilation">What it is an error of.</param>
    public static string? For(Diagnostic error, Compilation compilation)
    {
        if (error.Location.SourceTree is not { } tree)
            return null;
        var model = compilation.GetSemanticModel(tree);
        var methods = tree.GetRoot().FindNode(error.Location.SourceSpan) switch
        {
            MethodDeclarationSyntax method => [method],
            TypeDeclarationSyntax type => type.Members.OfType<MethodDeclarationSyntax>(),
            _ => [],
        };
        return methods.Select(method => Head(method, model)).FirstOrDefault(head => head is not null);
    }

    static string? Head(MethodDeclarationSyntax written, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(written) is not { } method || (method.OverriddenMethod ?? Hidden(method)) is not { } overridden)
            return null;
        var access = Access(overridden, method);
        if (written.Modifiers.Any(SyntaxKind.OverrideKeyword) && method.DeclaredAccessibility == access)
            return null;
        var returned = overridden.ReturnType.ToMinimalDisplayString(model, written.SpanStart);
        var parameters = string.Join(", ", written.ParameterList.Parameters.Select(parameter => parameter.WithoutTrivia().ToString()));
        return $"write {SyntaxFacts.GetText(access)} override {returned} {written.Identifier}{written.TypeParameterList}({parameters})";
    }

    /// <summary>What overrides from another assembly, as a cell does, is not internal there.</summary>
    static Accessibility Access(IMethodSymbol overridden, IMethodSymbol method) =>
        overridden.DeclaredAccessibility == Accessibility.ProtectedOrInternal
            && !overridden.ContainingAssembly.GivesAccessTo(method.ContainingAssembly)
            && !SymbolEqualityComparer.Default.Equals(overridden.ContainingAssembly, method.ContainingAssembly)
            ? Accessibility.Protected
            : overridden.DeclaredAccessibility;

    /// <summary>The abstract method of a base class that a method without <c>override</c> hides.</summary>
    static IMethodSymbol? Hidden(IMethodSymbol method)
    {
        for (var type = method.ContainingType.BaseType; type is not null; type = type.BaseType)
        {
            var hidden = type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(other => other.IsAbstract
                && other.Parameters.Select(parameter => parameter.Type).SequenceEqual(
                    method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default));
            if (hidden is not null)
                return hidden;
        }

        return null;
    }
}

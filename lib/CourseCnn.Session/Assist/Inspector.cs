using System.Text;
using System.Xml.Linq;
using CourseCnn.Session.Compiling;
using CourseCnn.Session.Contract;
using CourseCnn.Session.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseCnn.Session.Assist;

/// <summary>Says what a name in a cell means.</summary>
sealed class Inspector(SubmissionChain chain)
{
    /// <summary>Of many overloads, so many are listed.</summary>
    const int MostSignatures = 12;

    public Inspection? Inspect(string code, int position, bool detailed, CancellationToken cancellation)
    {
        chain.Prepare(cancellation);
        if (!Nesting.IsBounded(code))
            return null;
        CellSplitter.TryGetCode(code, out code);
        var compilation = chain.Sketch(code, "inspected", []);
        var symbols = SymbolsAt(compilation, position, cancellation);
        if (symbols.Count == 0)
            return null;

        var signatures = symbols.Select(SymbolSignature.Of).Distinct().ToList();
        var hidden = signatures.Count - MostSignatures;
        var more = hidden > 0 ? FormattableString.Invariant($"\n… and {hidden} more") : "";
        var listed = string.Join('\n', signatures.Take(MostSignatures)) + more;
        var comment = symbols.Select(symbol => Comment(symbol, compilation, cancellation)).FirstOrDefault(found => found is not null);
        return new Inspection(
            Text: Page(listed, comment, markdown: false, detailed),
            Markdown: Page($"```csharp\n{listed}\n```", comment, markdown: true, detailed));
    }

    static string Page(string signatures, XElement? comment, bool markdown, bool detailed)
    {
        var page = new StringBuilder(signatures);
        if (comment is not null && DocumentationText.Of(comment, markdown, detailed) is { Length: > 0 } text)
            page.Append("\n\n").Append(text);
        return page.ToString();
    }

    /// <summary>The name at a place, else the call that the place lies in.</summary>
    static IReadOnlyList<ISymbol> SymbolsAt(CSharpCompilation compilation, int position, CancellationToken cancellation)
    {
        var tree = compilation.SyntaxTrees[0];
        var root = tree.GetRoot(cancellation);
        var model = compilation.GetSemanticModel(tree);
        position = Math.Clamp(position, 0, root.FullSpan.End);

        var token = root.FindToken(position);
        if (!IsName(token) || token.SpanStart > position)
            token = root.FindToken(Math.Max(0, position - 1)); // The cursor stands behind the name.
        if (IsName(token) && Symbols(token, model, cancellation) is { Count: > 0 } named)
            return named;

        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            var call = node is ArgumentListSyntax ? node.Parent : null;
            if (call is InvocationExpressionSyntax invocation)
                return Known(model.GetSymbolInfo(invocation, cancellation), model.GetMemberGroup(invocation.Expression, cancellation))
                    is { Count: > 0 } called ? called : Constructors(invocation.Expression, model);
            if (call is BaseObjectCreationExpressionSyntax creation)
                return Known(model.GetSymbolInfo(creation, cancellation), model.GetMemberGroup(creation, cancellation));
        }

        return [];
    }

    /// <summary>Of <c>Conv2d(</c>, whose <c>new</c> is still to be written.</summary>
    static IReadOnlyList<ISymbol> Constructors(ExpressionSyntax name, SemanticModel model) =>
        model.GetSpeculativeSymbolInfo(name.SpanStart, name, SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol is INamedTypeSymbol type
            ? [.. type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)]
            : [];

    static bool IsName(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPredefinedType(token.Kind());

    static IReadOnlyList<ISymbol> Symbols(SyntaxToken token, SemanticModel model, CancellationToken cancellation)
    {
        var node = token.Parent!;
        if (model.GetDeclaredSymbol(node, cancellation) is { } declared && declared.Locations.Any(place => place.SourceSpan == token.Span))
            return [declared];
        // In `new Conv2d(3)` the name means the constructor.
        if (node is TypeSyntax && node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node)
            return Known(model.GetSymbolInfo(creation, cancellation), model.GetMemberGroup(creation, cancellation))
                is { Count: > 0 } constructors ? constructors : Known(model.GetSymbolInfo(node, cancellation), []);
        return Known(model.GetSymbolInfo(node, cancellation), model.GetMemberGroup(node, cancellation));
    }

    static IReadOnlyList<ISymbol> Known(SymbolInfo info, IEnumerable<ISymbol> group)
    {
        var overloads = group.ToList();
        if (info.Symbol is { } symbol)
            return [symbol, .. overloads.Where(overload => !SymbolEqualityComparer.Default.Equals(overload, symbol))];
        return overloads.Count > 0 ? overloads : info.CandidateSymbols;
    }

    static XElement? Comment(ISymbol symbol, CSharpCompilation compilation, CancellationToken cancellation)
    {
        for (var described = symbol.OriginalDefinition; described is not null; described = Overridden(described))
        {
            if (OwnComment(described, compilation, cancellation) is { } comment && comment.Element("inheritdoc") is null)
                return comment;
        }

        return null;
    }

    static XElement? OwnComment(ISymbol symbol, CSharpCompilation compilation, CancellationToken cancellation)
    {
        if (symbol.Locations.Any(place => place.IsInSource))
            return symbol.GetDocumentationCommentXml(cancellationToken: cancellation) is { Length: > 0 } xml ? Parse(xml) : null;
        return symbol.ContainingAssembly is { } assembly
            && (compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath is { } file
            && symbol.GetDocumentationCommentId() is { } id
            ? DocumentationFiles.Find(file, id) ?? PrimaryType(symbol, file)
            : null;
    }

    /// <summary>A constructor without words of its own is described by its type.</summary>
    static XElement? PrimaryType(ISymbol symbol, string file) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && symbol.ContainingType.GetDocumentationCommentId() is { } id
            ? DocumentationFiles.Find(file, id)
            : null;

    static XElement? Parse(string xml)
    {
        try
        {
            return XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        _ when symbol.ContainingType is { } type => type.AllInterfaces
            .SelectMany(contract => contract.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol)),
        _ => null,
    };
}

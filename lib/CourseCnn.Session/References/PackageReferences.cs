using CourseCnn.Session.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseCnn.Session.References;

/// <summary>The packages a session asked for with <c>#r "nuget: Name, Version"</c>.</summary>
sealed class PackageReferences(string workingFolder, SessionAssemblies assemblies)
{
    static readonly CSharpParseOptions parseOptions = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    readonly PackageRestore restore = new(workingFolder);
    readonly HashSet<string> referenced = [];
    IReadOnlyList<PackageName> packages = [];

    /// <summary>
    /// Restores the packages that <paramref name="code"/> names; returns the code with those lines blank,
    /// so that line numbers stay, and references to what is new.
    /// </summary>
    /// <exception cref="LearnerException">A package cannot be had, or its line is not well formed.</exception>
    public async Task<(string Code, IReadOnlyList<MetadataReference> References)> TakeAsync(
        string code, CancellationToken cancellation)
    {
        var directives = Directives(code);
        if (directives.Count == 0)
            return (code, []);

        var wanted = packages.ToList();
        foreach (var directive in directives)
        {
            var line = directive.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            var package = PackageName.Parse(directive.File.ValueText, line);
            wanted.RemoveAll(known => known.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase));
            wanted.Add(package);
            var (start, length) = (directive.SpanStart, directive.Span.Length);
            code = code.Remove(start, length).Insert(start, new string(' ', length));
        }

        var restored = await restore.RunAsync(wanted, cancellation);
        packages = wanted;
        foreach (var file in restored.Runtime)
            assemblies.AddFile(file);
        foreach (var file in restored.Native)
            assemblies.AddNativeFile(file);
        return (code, [.. restored.Compile.Where(referenced.Add).Select(file => MetadataReference.CreateFromFile(file))]);
    }

    /// <summary>Such a line may stand anywhere in a cell, unlike other <c>#r</c> lines.</summary>
    static List<ReferenceDirectiveTriviaSyntax> Directives(string code) => !code.Contains("#r", StringComparison.Ordinal)
        ? []
        : [.. CSharpSyntaxTree.ParseText(code, parseOptions).GetRoot().DescendantTrivia(descendIntoTrivia: false)
            .Select(trivia => trivia.GetStructure()).OfType<ReferenceDirectiveTriviaSyntax>()
            .Where(directive => directive.File.ValueText.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))];
}

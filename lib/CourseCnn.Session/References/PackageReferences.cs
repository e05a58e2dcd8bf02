using CourseCnn.Session.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseCnn.Session.References;

/// <summary>The packages a session asked for with <c>#r "nuget: Name, Version"</c>.</summary>
sealed class PackageReferences(string workingFolder, SessionAssemblies assemblies)
{
    static readonly CSharpParseOptions parseOptions = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    readonly PackageRestore restore = new(workingFolder);
    readonly HashSet<string> referenced = [];
    IReadOnlyList<PackageName> packages = [];
    IReadOnlyCollection<string> sources = [];

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

        var (wanted, asked) = (packages.ToList(), new SortedSet<string>(sources, StringComparer.Ordinal));
        foreach (var directive in directives)
        {
            var line = code.AsSpan(0, directive.Start).Count('\n') + 1;
            if (PackageLine.Source(directive.Text, line, workingFolder) is { } source)
                asked.Add(source);
            else if (PackageLine.Package(directive.Text, line) is { } package)
                Want(wanted, package);
            code = code.Remove(directive.Start, directive.Text.Length).Insert(directive.Start, new string(' ', directive.Text.Length));
        }

        if (wanted.SequenceEqual(packages))
        {
            sources = asked;
            return (code, []);
        }

        var restored = await restore.RunAsync(wanted, asked, cancellation);
        (packages, sources) = (wanted, asked);
        foreach (var file in restored.Runtime)
            assemblies.AddFile(file);
        foreach (var file in restored.Native)
            assemblies.AddNativeFile(file);
        return (code, [.. restored.Compile.Where(referenced.Add).Select(file => MetadataReference.CreateFromFile(file))]);
    }

    /// <summary>An assembly stays loaded, in its version, as long as the session.</summary>
    static void Want(List<PackageName> wanted, PackageName package)
    {
        var known = wanted.Find(known => known.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase));
        if (known is not null && known.Version != package.Version && package.Version != "*")
            throw new LearnerException(
                $"{known.Id}{(known.Version == "*" ? "" : " " + known.Version)} is loaded, and {package.Version} is asked for: "
                + "a session keeps the version it has, so restart the kernel to change it.", package.Line);
        if (known is null)
            wanted.Add(package);
    }

    /// <summary>Such a line may stand anywhere in a cell, unlike other <c>#r</c> lines.</summary>
    static List<(int Start, string Text)> Directives(string code) => !PackageLine.MayBeIn(code)
        ? []
        : [.. CSharpSyntaxTree.ParseText(code, parseOptions).GetRoot().DescendantTrivia(descendIntoTrivia: false)
            .Where(trivia => trivia.IsDirective)
            .Select(trivia => (trivia.SpanStart, trivia.ToString().TrimEnd()))
            .Where(directive => PackageLine.Is(directive.Item2))];
}

using System.Collections.Immutable;
using CourseCnn.Session.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace CourseCnn.Session.Assist;

/// <summary>The session's pieces as a chain of projects, as Roslyn's editor services want them.</summary>
sealed class CompletionProjects(SubmissionChain chain)
{
    readonly Lock extending = new();
    readonly Lazy<AdhocWorkspace> workspace = new(() => new AdhocWorkspace(MefHostServices.Create(MefHostServices.DefaultAssemblies)));
    Solution? solution;
    ProjectId? lastProject;
    CSharpCompilation? lastPiece;

    /// <summary>The names of types that the cells declared, or that libraries declare which they loaded.</summary>
    public ImmutableHashSet<string> NearTypes { get; private set; } = [];

    /// <summary>A document with code that is not run yet, behind all the pieces that were.</summary>
    public Document Document(string code)
    {
        lock (extending)
        {
            solution ??= workspace.Value.CurrentSolution;
            var missing = new Stack<CSharpCompilation>();
            foreach (var piece in chain.Pieces.TakeWhile(piece => piece != lastPiece))
                missing.Push(piece);
            foreach (var piece in missing)
            {
                (solution, lastProject, _) = Add(solution, piece.AssemblyName!, piece.SyntaxTrees[^1].ToString(), piece.ExternalReferences);
                if (piece.ScriptCompilationInfo?.PreviousScriptCompilation is not null)
                    NearTypes = NearTypes.Union(TypesOf(piece));
            }

            lastPiece = chain.Last;

            var (withCode, _, document) = Add(solution, "unfinished", code, []);
            return withCode.GetDocument(document)!;
        }
    }

    static IEnumerable<string> TypesOf(CSharpCompilation piece) => piece.ExternalReferences.Concat(piece.DirectiveReferences)
        .Select(piece.GetAssemblyOrModuleSymbol)
        .OfType<IAssemblySymbol>()
        .SelectMany(library => library.TypeNames)
        .Concat(piece.ScriptClass?.GetTypeMembers().Select(type => type.Name) ?? []);

    (Solution Solution, ProjectId Project, DocumentId Document) Add(
        Solution solution, string name, string code, IEnumerable<MetadataReference> references)
    {
        var project = ProjectId.CreateNewId(name);
        var document = DocumentId.CreateNewId(project, name);
        var info = ProjectInfo.Create(
            project, VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: chain.Options.WithScriptClassName(name.Replace('-', '#')),
            parseOptions: SubmissionChain.ParseOptions,
            projectReferences: lastProject is null ? [] : [new ProjectReference(lastProject)],
            metadataReferences: references,
            isSubmission: true);
        var withProject = solution.AddProject(info).AddDocument(DocumentInfo.Create(
            document, name, sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default))));
        return (withProject, project, document);
    }
}

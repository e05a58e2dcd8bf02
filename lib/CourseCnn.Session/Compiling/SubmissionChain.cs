using System.Globalization;
using System.Reflection;
using CourseCnn.Session.Compiling.Weaving;
using CourseCnn.Session.References;
using CourseCnn.Session.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CourseCnn.Session.Compiling;

/// <summary>
/// Compiles pieces of C# script one after another, each seeing what the earlier ones declared.
/// Roslyn makes of each a class whose fields are the piece's variables; the instances live in <see cref="instances"/>,
/// from before their code runs, so that a piece that throws or is stopped keeps what it had assigned.
/// </summary>
sealed class SubmissionChain
{
    /// <summary>How pieces are read.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    /// <summary>What the names of all pieces' assemblies begin with.</summary>
    public const string AssemblyPrefix = "submission-";

    static readonly EmitOptions emitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>What every cell can say without a using, as in .NET Interactive.</summary>
    const string Preloaded = """
        using System;
        using System.Text;
        using System.Collections;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using System.Linq;
        using CourseCnn.Session.Display;
        using static CourseCnn.Session.Display.Kernel;
        """;

    readonly Lock preparing = new();
    readonly SessionAssemblies assemblies;
    CSharpCompilation? previous;
    int compiled;

    /// <summary>Slot 0 is for a host object, which a notebook has none of; slot i is the i-th piece.</summary>
    object?[] instances = new object?[1];

    public SubmissionChain(SourceReferenceResolver files, MetadataReferenceResolver references, SessionAssemblies assemblies)
    {
        this.assemblies = assemblies;
        Options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            concurrentBuild: false, // Cells may have filled the thread pool that it would wait for.
            metadataReferenceResolver: references,
            sourceReferenceResolver: files,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            scriptClassName: TypeName.CellClass);
    }

    /// <summary>How pieces are compiled.</summary>
    public CSharpCompilationOptions Options { get; }

    /// <summary>The last piece, which leads to the earlier ones; null before the first.</summary>
    public CSharpCompilation? Last => previous;

    /// <summary>All pieces, the last one first.</summary>
    public IEnumerable<CSharpCompilation> Pieces
    {
        get
        {
            for (var piece = previous; piece is not null; piece = piece.ScriptCompilationInfo?.PreviousScriptCompilation)
                yield return piece;
        }
    }

    /// <summary>The names of the variables declared so far, in order of declaration.</summary>
    public IEnumerable<string> Variables
    {
        get
        {
            var names = new List<string>();
            foreach (var piece in Pieces)
            {
                var variables = piece.ScriptClass?.GetMembers().OfType<IFieldSymbol>().Where(known => !known.IsImplicitlyDeclared) ?? [];
                names.InsertRange(0, variables.Select(variable => variable.Name).Where(name => !names.Contains(name)));
            }

            return names;
        }
    }

    /// <summary>Compiles code as the piece after <paramref name="before"/>; the chain goes on from it only when it is added.</summary>
    /// <exception cref="CompilationFailedException">It does not compile.</exception>
    public CompiledPiece CompileAfter(
        CSharpCompilation? before, string code, string path, IEnumerable<MetadataReference> newReferences, CancellationToken cancellation)
    {
        var compilation = Sketch(before, ScriptDialect.Mend(code), path, newReferences);
        return new CompiledPiece(compilation, Load(compilation, cancellation), Value(compilation));
    }

    /// <summary>Makes a piece the last one, ready to run.</summary>
    public Submission Add(CompiledPiece piece)
    {
        if (piece.Entry is not null)
            Array.Resize(ref instances, instances.Length + 1);
        previous = piece.Compilation;
        return new Submission(piece.Value, () => Run(piece.Entry, instances));
    }

    /// <summary>Compiles what stands before the first cell, unless that has been done.</summary>
    public void Prepare(CancellationToken cancellation)
    {
        lock (preparing)
        {
            if (previous is not null)
                return;
            _ = Task.Run(WeaverWarmUp.Run, CancellationToken.None);
            Add(CompileAfter(null, Preloaded, "preloaded", HostReferences.All, cancellation));
        }
    }

    /// <summary>Compiles code that leaves no trace: the chain does not go on from it, and variables stay what they are.</summary>
    public Submission CompileApart(string code, CancellationToken cancellation)
    {
        var piece = CompileAfter(previous, code, "warm-up", [], cancellation);
        object?[] copy = [.. instances, null];
        return new Submission(piece.Value, () => Run(piece.Entry, copy));
    }

    /// <summary>Code as the next piece would be, for questions about it; the chain does not go on from it.</summary>
    public CSharpCompilation Sketch(string code, string path, IEnumerable<MetadataReference> newReferences) =>
        Sketch(previous, code, path, newReferences);

    CSharpCompilation Sketch(CSharpCompilation? before, string code, string path, IEnumerable<MetadataReference> newReferences)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), ParseOptions, path);
        var number = Interlocked.Increment(ref compiled).ToString(CultureInfo.InvariantCulture);
        return CSharpCompilation.CreateScriptCompilation(
            AssemblyPrefix + number, tree, newReferences, OptionsFor(before, code), before, typeof(object));
    }

    /// <summary>A loaded file sees the usings of the cells so far, as the cell that loads it does.</summary>
    CSharpCompilationOptions OptionsFor(CSharpCompilation? before, string code)
    {
        if (!code.Contains("#load", StringComparison.Ordinal))
            return Options;
        var usings = new List<string>();
        for (var piece = before; piece is not null; piece = piece.ScriptCompilationInfo?.PreviousScriptCompilation)
            usings.AddRange(piece.SyntaxTrees[^1].GetCompilationUnitRoot().Usings
                .Where(line => line is { Alias: null, Name: not null }).Select(line => line.Name!.ToString()));
        return Options.WithUsings(usings.Distinct());
    }

    static Task<object?> Run(Func<object?[], Task<object?>>? factory, object?[] instances) =>
        factory is null ? Task.FromResult<object?>(null) : factory(instances);

    /// <summary>
    /// The compiled piece's entry. Usings and #r alone are no code: the compiler emits nothing, and such a piece has no slot.
    /// </summary>
    Func<object?[], Task<object?>>? Load(CSharpCompilation compilation, CancellationToken cancellation)
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = ReservedWorkers.Run(() => compilation.Emit(assembly, symbols, options: emitOptions, cancellationToken: cancellation));
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new CompilationFailedException(compilation, errors);

        if (!result.Success)
            return null;

        assembly.Position = symbols.Position = 0;
        var entry = compilation.GetEntryPoint(cancellation)!;
        var (woven, wovenSymbols) = Weaver.Weave(assembly, symbols);
        var method = assemblies.LoadFromStream(woven, wovenSymbols)
            .GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return method.CreateDelegate<Func<object?[], Task<object?>>>();
    }

    /// <summary>The last statement, if it is an expression without a semicolon, of a type that is not void.</summary>
    static string? Value(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[^1];
        return tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax
        {
            Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last,
        } && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void }
            ? last.Expression.ToString()
            : null;
    }
}

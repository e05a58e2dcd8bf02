using CourseCnn.Session.Contract;
using CourseCnn.Session.Magics;

namespace CourseCnn.Session.Compiling;

/// <summary>
/// Compiles the cells that are to come while the one whose turn it is still runs. Only what code says matters to the compiler, not what it
/// has done so far; where that is not so (<c>#r</c> and <c>#load</c> name files that an earlier cell may write), it waits.
/// </summary>
sealed class LookAheadCompiler(SubmissionChain chain) : IDisposable
{
    readonly CancellationTokenSource end = new();
    readonly List<(string Code, string Path)> pieces = [];
    Task<CompiledPiece?>?[] compiled = [];
    int next;

    /// <summary>Says what will probably be run, in that order.</summary>
    public void Expect(IEnumerable<CellSource> cells)
    {
        pieces.Clear();
        next = 0;
        foreach (var cell in cells)
        {
            if (Parts(cell) is not { } parts)
                break;
            pieces.AddRange(parts.Select(code => (code, cell.Path)));
        }

        compiled = new Task<CompiledPiece?>?[pieces.Count];
    }

    /// <summary>
    /// The piece that is to be run now, if it has been compiled, or is being so; null where the compiler must be asked anew.
    /// </summary>
    public CompiledPiece? Take(string code, string path, CancellationToken cancellation)
    {
        if (next >= pieces.Count || pieces[next] != (code, path))
        {
            // It all came differently: nothing that was expected fits any more.
            next = pieces.Count;
            return null;
        }

        if (compiled[next++] is not { } task)
            return null;
        task.Wait(cancellation);
        return task.Result is { } piece && piece.Compilation.ScriptCompilationInfo?.PreviousScriptCompilation == chain.Last ? piece : null;
    }

    /// <summary>Goes on from a piece that is about to be run.</summary>
    public void LookAhead(CompiledPiece from)
    {
        var before = Task.FromResult<CompiledPiece?>(from);
        var pending = new List<Action>();
        for (var i = next; i < pieces.Count && IsClear(pieces[i].Code); i++)
        {
            if (compiled[i] is null)
            {
                var (previous, (code, path)) = (before, pieces[i]);
                var piece = new TaskCompletionSource<CompiledPiece?>(TaskCreationOptions.RunContinuationsAsynchronously);
                compiled[i] = piece.Task;
                pending.Add(() => piece.SetResult(Compile(previous.GetAwaiter().GetResult(), code, path)));
            }
            before = compiled[i]!;
        }
        if (pending.Count > 0)
            new Thread(() => pending.ForEach(compile => compile())) { IsBackground = true, Name = "look-ahead compiler" }.Start();
    }

    /// <summary>Nothing more is compiled.</summary>
    public void Dispose() => end.Cancel();

    CompiledPiece? Compile(CompiledPiece? previous, string code, string path)
    {
        if (previous is null || end.IsCancellationRequested)
            return null;
        try
        {
            return chain.CompileAfter(previous.Compilation, code, path, [], end.Token);
        }
        catch (Exception)
        {
            // The cell itself is told, when its turn comes.
            return null;
        }
    }

    static bool IsClear(string code) => !code.Contains("#r", StringComparison.Ordinal) && !code.Contains("#load", StringComparison.Ordinal);

    /// <summary>A cell's pieces of code, or null where a command is not known.</summary>
    static IEnumerable<string>? Parts(CellSource cell)
    {
        try
        {
            return CellSplitter.Split(cell.Code)
                .Where(part => part.Magic is null && !string.IsNullOrWhiteSpace(part.Code)).Select(part => part.Code);
        }
        catch (LearnerException)
        {
            return null;
        }
    }
}

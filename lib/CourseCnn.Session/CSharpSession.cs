using System.Globalization;
using CourseCnn.Session.Assist;
using CourseCnn.Session.Compiling;
using CourseCnn.Session.Contract;
using CourseCnn.Session.Display;
using CourseCnn.Session.Display.Comms;
using CourseCnn.Session.Errors;
using CourseCnn.Session.Magics;
using CourseCnn.Session.References;
using CourseCnn.Session.Running;
using Microsoft.CodeAnalysis;

namespace CourseCnn.Session;

/// <summary>
/// A conversation in C# script: top-level statements and <c>await</c>, variables that live on from cell to cell,
/// the value of a last expression without a semicolon, magic commands, <c>#r</c> and <c>#load</c>.
/// Cells of one session run one after another.
/// </summary>
public sealed class CSharpSession : IInteractiveSession
{
    readonly SemaphoreSlim turn = new(1, 1);
    readonly string workingFolder;
    readonly string folderBefore = Environment.CurrentDirectory;
    readonly SubmissionChain chain;
    readonly PackageReferences packages;
    readonly CellSources sources;
    readonly Inspector inspector;
    readonly Completer completer;
    readonly CellWarmUp cellWarmUp;
    readonly LookAheadCompiler lookAheadCompiler;
    readonly CommRegistry comms = new(message => (CellContext.Current ?? CellContext.Latest)?.Output.Say(message));

    /// <summary>
    /// Opens a session whose relative paths, in code and in <c>#r</c> and <c>#load</c>, start at <paramref name="workingFolder"/>.
    /// </summary>
    public CSharpSession(string workingFolder)
    {
        this.workingFolder = Path.GetFullPath(workingFolder);
        var assemblies = new SessionAssemblies();
        var references = new FileReferences(this.workingFolder, assemblies);
        sources = new CellSources(this.workingFolder);
        chain = new SubmissionChain(new LoadedFiles(this.workingFolder, sources), references, assemblies);
        packages = new PackageReferences(this.workingFolder, assemblies);
        inspector = new Inspector(chain);
        completer = new Completer(chain);
        cellWarmUp = new CellWarmUp(chain);
        lookAheadCompiler = new LookAheadCompiler(chain);

        ConsoleRouter.Install();
        UnobservedExceptions.Install();
        CellContext.OfferToken();
        RegisteredForms.Reset();
        Directory.SetCurrentDirectory(this.workingFolder);
    }

    /// <inheritdoc/>
    public Task PrepareAsync() => DedicatedThread.RunAsync("preparing", () =>
    {
        chain.Prepare(CancellationToken.None);
        return true;
    });

    /// <inheritdoc/>
    public void Expect(IEnumerable<string> cells) => lookAheadCompiler.Expect(sources.Preview(cells.TakeWhile(Nesting.IsBounded)));

    /// <inheritdoc/>
    public Task<CellResult> RunAsync(string code, ICellOutput output, CancellationToken cancellation = default) =>
        RunAsync(new CellRequest(code), output, cancellation);

    /// <inheritdoc/>
    public async Task<CellResult> RunAsync(CellRequest cell, ICellOutput output, CancellationToken cancellation = default)
    {
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            var source = sources.Add(cell.Code, cell.Name);
            return await RunCellAsync(source, new CellContext(output, cell.Input, cancellation), cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation = default) =>
        PoolWork.RunAsync(
            "completion", () => completer.CompleteAsync(code, position, cancellation), new CompletionList(position, position, []));

    /// <inheritdoc/>
    public Task<Inspection?> InspectAsync(string code, int position, bool detailed, CancellationToken cancellation = default) =>
        DedicatedThread.RunAsync("inspection", () => inspector.Inspect(code, position, detailed, cancellation));

    /// <inheritdoc/>
    public Task<Completeness> JudgeAsync(string code) => DedicatedThread.RunAsync("completeness", () => CompletenessCheck.Of(code));

    /// <inheritdoc/>
    public async Task ReceiveAsync(CommMessage message, ICellOutput output, CancellationToken cancellation = default)
    {
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            var context = new CellContext(output, stop: cancellation);
            await DedicatedThread.RunAsync("comm", () => ReceiveAsync(message, context, cancellation));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> OpenCommsAsync() => Task.FromResult(comms.Opened);

    /// <inheritdoc/>
    public async Task WarmUpAsync()
    {
        await turn.WaitAsync();
        try
        {
            await DedicatedThread.RunAsync("warm-up", cellWarmUp.RunAsync);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task WarmUpCompletionAsync() => CompleteAsync("Console.", "Console.".Length);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lookAheadCompiler.Dispose();
        if (Environment.CurrentDirectory == workingFolder && Directory.Exists(folderBefore))
            Directory.SetCurrentDirectory(folderBefore);
        return ValueTask.CompletedTask;
    }

    async Task ReceiveAsync(CommMessage message, CellContext context, CancellationToken cancellation)
    {
        CellContext.Current = context;
        CommRegistry.Current = comms;
        try
        {
            await new StoppableExecution(cancellation).RunAsync(() =>
            {
                comms.Receive(message);
                return Task.FromResult(true);
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            context.Output.Write(OutputStream.Error, $"What the page had asked for was stopped before its end.{Environment.NewLine}");
        }
        catch (Exception error)
        {
            UnobservedExceptions.Tell(error);
        }
    }

    async Task<CellResult> RunCellAsync(CellSource cell, CellContext context, CancellationToken cancellation)
    {
        var execution = new StoppableExecution(cancellation);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            MemoryReserve.Take();
            var value = await DedicatedThread.RunAsync("session", () => RunPartsAsync(cell, context, execution, cancellation));
            return new CellResult(CellStatus.Ok, value);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new CellResult(CellStatus.Interrupted, Error: ErrorReport.Stopped(sources, cell, execution));
        }
        catch (Exception exception)
        {
            if (exception is OutOfMemoryException)
                MemoryReserve.GiveUp();
            return new CellResult(CellStatus.Error, Error: ErrorReport.Of(exception, sources, cell));
        }
    }

    async Task<MimeBundle?> RunPartsAsync(
        CellSource cell, CellContext context, StoppableExecution execution, CancellationToken cancellation)
    {
        ConsoleRouter.Install();
        CellContext.Current = context;
        CommRegistry.Current = context.Output.HasPage ? comms : null;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        var magics = new MagicCommands(() => chain.Variables, context);
        MimeBundle? last = null;
        Nesting.Check(cell.Code);
        foreach (var part in CellSplitter.Split(cell.Code))
        {
            // A value in the middle of a cell is shown where it stands; the last one is the cell's.
            if (last is not null)
                context.Output.Display(last, DisplayedValue.NewId());
            last = null;
            if (part.Magic is { } magic)
                magics.Run(magic, part.Code);
            else if (!string.IsNullOrWhiteSpace(part.Code))
                last = await RunCodeAsync(cell, part.Code, execution, cancellation);
        }

        magics.Finish();
        return last;
    }

    async Task<MimeBundle?> RunCodeAsync(CellSource cell, string code, StoppableExecution execution, CancellationToken cancellation)
    {
        (code, var newReferences) = await packages.TakeAsync(code, cancellation);
        var submission = Compile(code, cell.Path, newReferences, cancellation);

        return await execution.RunAsync(async () =>
        {
            var value = await submission.Run();
            return submission.Value is { } written && value is not DisplayedValue ? DisplayFormat.OfResult(value, written) : null;
        });
    }

    Submission Compile(string code, string path, IReadOnlyList<MetadataReference> newReferences, CancellationToken cancellation)
    {
        chain.Prepare(cancellation);
        var foreseen = newReferences.Count == 0 ? lookAheadCompiler.Take(code, path, cancellation) : null;
        var piece = foreseen ?? chain.CompileAfter(chain.Last, code, path, newReferences, cancellation);
        var submission = chain.Add(piece);
        lookAheadCompiler.LookAhead(piece);
        return submission;
    }
}

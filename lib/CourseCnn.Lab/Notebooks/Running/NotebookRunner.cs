using CourseCnn.Lab.Notebooks.Outputs;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Running;

/// <summary>Runs a notebook's cells in a session and puts what they show into the notebook.</summary>
/// <param name="session">A fresh session; the caller closes it.</param>
/// <param name="settings">How to run.</param>
public sealed class NotebookRunner(ISession session, RunSettings settings)
{
    readonly DisplayedValues displayed = new();
    bool sessionIsLost;

    /// <summary>Runs all cells, or up to the first that fails: the notebook then keeps the outputs it had.</summary>
    /// <param name="notebook">The notebook, whose outputs are replaced.</param>
    /// <param name="cellStarts">Told each cell's number, from 1, and how many there are.</param>
    /// <param name="cancellation">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    public async Task<RunOutcome> RunAsync(Notebook notebook, Action<int, int> cellStarts, CancellationToken cancellation = default)
    {
        var cells = notebook.Cells.Where(cell => cell.IsCode && !cell.Tags.Contains("skip-execution")).ToList();
        var count = cells.Count(HasCode);
        var done = new List<(NotebookCell Cell, int? Number, CellOutputs Outputs)>();
        var (number, tolerated) = (0, 0);
        await session.PrepareAsync();
        session.Expect(cells.Where(HasCode).Select(NotebookLanguage.Code).TakeWhile(code => code is not null).Select(code => code!));
        foreach (var cell in cells)
        {
            var outputs = new CellOutputs(displayed);
            done.Add((cell, HasCode(cell) ? ++number : null, outputs));
            if (!HasCode(cell))
                continue;

            cellStarts(number, count);
            var result = await RunCellAsync(cell, outputs, cancellation);
            if (result.Value is { } value)
                outputs.Add(new ResultOutput(value, number));
            if (result.Status == CellStatus.Ok)
                continue;

            var error = result.Error ?? CellErrors.Unexplained;
            var expected = result.Status == CellStatus.Error && cell.Tags.Contains("raises-exception");
            if (sessionIsLost || !(expected || settings.AllowErrors))
                return new RunOutcome(count, new CellFailure(number, count, error), tolerated);
            outputs.Add(new ErrorOutput(error));
            tolerated += expected ? 0 : 1;
        }

        // Only now: until the last cell has ended, any of them may change what an earlier one showed.
        foreach (var (cell, executionCount, outputs) in done)
            cell.SetOutputs(executionCount, outputs.ToJson(settings.KeepHtml));
        return new RunOutcome(count, null, tolerated);
    }

    static bool HasCode(NotebookCell cell) => !string.IsNullOrWhiteSpace(cell.Source);

    async Task<CellResult> RunCellAsync(NotebookCell cell, CellOutputs outputs, CancellationToken cancellation)
    {
        if (NotebookLanguage.Code(cell) is not { } code)
            return new CellResult(CellStatus.Error, Error: CellErrors.WrongLanguage(cell.Language!));

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Timeout);
        var running = Task.Run(() => session.RunAsync(code, outputs, limit.Token), CancellationToken.None);
        if (await Task.WhenAny(running, Task.Delay(Timeout.Infinite, limit.Token)) != running)
            await Task.WhenAny(running, Task.Delay(settings.Patience, CancellationToken.None));
        cancellation.ThrowIfCancellationRequested();

        if (!running.IsCompleted)
        {
            sessionIsLost = true;
            return new CellResult(CellStatus.Interrupted, Error: CellErrors.Stuck(settings.Timeout));
        }
        var result = await running;
        sessionIsLost = result.Status == CellStatus.Lost;
        return result.Status == CellStatus.Interrupted && limit.IsCancellationRequested
            ? result with { Error = CellErrors.TimedOut(settings.Timeout, result.Error) }
            : result;
    }
}

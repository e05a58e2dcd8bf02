using CourseCnn.Lab.Session.Display;

namespace CourseCnn.Lab.Session;

/// <summary>
/// Runs a cell that nobody sees before the first one comes: the compiler, the threads that cells run on and the formatters of values
/// are then loaded. It stops between its steps as soon as a cell is waiting.
/// </summary>
sealed class Rehearsal(SubmissionChain chain)
{
    /// <summary>Some of all that first cells are made of.</summary>
    const string Code = """
        using System.IO;
        class Sample { public int Number { get; set; } = 1; public virtual string Text(int n) => $"{n:F2} {Number}"; }
        var numbers = Enumerable.Range(0, 3).Select(n => n * 0.5).ToList();
        for (var i = 0; i < 3; i++) { numbers[i] += new Sample().Text(i).Length; }
        Console.WriteLine($"{numbers.Sum()}");
        numbers.Count
        """;

    volatile bool cellWaits;

    /// <summary>A cell waits: what is not begun yet is left out.</summary>
    public void GiveWay() => cellWaits = true;

    public async Task RunAsync()
    {
        cellWaits = false;
        chain.Prepare(CancellationToken.None);
        if (cellWaits)
            return;
        var submission = chain.Rehearse(Code, CancellationToken.None);
        if (cellWaits)
            return;

        CellContext.Current = new CellContext(new NoOutput());
        await new StoppableExecution(CancellationToken.None).RunAsync(async () =>
        {
            var value = await submission.Run();
            return cellWaits ? null : DisplayFormat.Of(value);
        });
    }
}

using CourseCnn.Session.Contract;
using CourseCnn.Session.Display;
using CourseCnn.Session.Running;

namespace CourseCnn.Session.Compiling;

/// <summary>
/// Runs a cell that nobody sees before the first one comes: the compiler, the threads that cells run on and the formatters of values
/// are then loaded. A first cell that comes meanwhile waits for it: it would need all that itself, and what it does not, the second one.
/// </summary>
sealed class CellWarmUp(SubmissionChain chain)
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

    public async Task RunAsync()
    {
        chain.Prepare(CancellationToken.None);
        var submission = chain.CompileApart(Code, CancellationToken.None);
        CellContext.Current = new CellContext(new NoOutput());
        await new StoppableExecution(CancellationToken.None).RunAsync(async () => DisplayFormat.Of(await submission.Run()));
    }
}

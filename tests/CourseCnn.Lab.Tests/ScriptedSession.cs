using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Tests;

/// <summary>A session that does with each cell what a test says, to say exactly what comes when.</summary>
sealed class ScriptedSession(Func<string, ICellOutput, CancellationToken, Task<CellResult>> run) : ISession
{
    internal ScriptedSession(Func<string, ICellOutput, CellResult?> run)
        : this((code, output, _) => Task.FromResult(run(code, output) ?? Ok))
    {
    }

    internal static CellResult Ok { get; } = new(CellStatus.Ok);

    internal List<string> Codes { get; } = [];

    internal bool IsDisposed { get; private set; }

    internal static CellResult Value(params (string MimeType, string Text)[] forms) => new(CellStatus.Ok, Bundle(forms));

    internal static MimeBundle Bundle(params (string MimeType, string Text)[] forms) =>
        new([.. forms.Select(form => KeyValuePair.Create(form.MimeType, form.Text))]);

    internal static CellResult Error(string name, string message, int? line = null, string? sourceLine = null) =>
        new(CellStatus.Error, Error: new CellError(name, message, line, sourceLine, [$"{name}: {message}"]));

    internal Action Preparing { get; init; } = () => { };

    public Task PrepareAsync()
    {
        Preparing();
        return Task.CompletedTask;
    }

    public Task<CellResult> RunAsync(string code, ICellOutput output, CancellationToken cancellation = default)
    {
        Codes.Add(code);
        return run(code, output, cancellation);
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}

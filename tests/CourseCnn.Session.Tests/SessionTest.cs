using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests;

/// <summary>A session in a folder of its own.</summary>
public abstract class SessionTest : IAsyncLifetime
{
    CSharpSession? session;

    /// <summary>The notebook's folder; its name has a space, as many have.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("a session ").FullName;

    private protected RecordedOutput Output { get; } = new();

    public ValueTask InitializeAsync()
    {
        session = new CSharpSession(Folder);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await session!.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected CSharpSession Session => session!;

    protected Task<CellResult> Run(string code, CancellationToken cancellation = default) => session!.RunAsync(code, Output, cancellation);

    /// <summary>Runs a cell that must succeed; its value as plain text.</summary>
    protected async Task<string?> Value(string code)
    {
        var result = await Run(code);
        Assert.True(result.Status == CellStatus.Ok, string.Join('\n', result.Error?.Traceback ?? []));
        return result.Value?["text/plain"];
    }

    /// <summary>Runs a cell that must fail.</summary>
    protected async Task<CellError> Error(string code)
    {
        var result = await Run(code);
        Assert.Equal(CellStatus.Error, result.Status);
        return result.Error!;
    }
}

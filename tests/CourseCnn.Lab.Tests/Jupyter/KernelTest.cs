using System.Collections.Concurrent;
using CourseCnn.Lab.Jupyter;
using CourseCnn.Lab.Jupyter.History;
using CourseCnn.Lab.Jupyter.Wire;
using CourseCnn.Session;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>A kernel in this process and a client of it, in a folder of their own.</summary>
public abstract class KernelTest : IAsyncLifetime
{
    CSharpSession? session;
    JupyterKernel? kernel;
    TestClient? client;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("a kernel ").FullName;

    private protected ConnectionInfo Connection { get; } = TestConnection.New();

    private protected TestClient Client => client!;

    private protected JupyterKernel Kernel => kernel!;

    /// <summary>What no client is told.</summary>
    private protected ConcurrentQueue<string> Log { get; } = new();

    private protected HistoryFile History => new(Path.Combine(Folder, "data", "history.jsonl"));

    public ValueTask InitializeAsync()
    {
        session = new CSharpSession(Folder);
        kernel = new JupyterKernel(Connection, session, new HistoryLog(History), Log.Enqueue);
        kernel.Start();
        client = new TestClient(Connection);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await kernel!.DisposeAsync();
        await session!.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

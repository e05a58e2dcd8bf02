using System.Diagnostics;
using System.Globalization;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>Jupyter Notebook as a person starts it, on this machine only.</summary>
sealed class NotebookServer : IAsyncDisposable
{
    readonly Process process;

    NotebookServer(Process process, string address) => (this.process, Address) = (process, address);

    public string Address { get; }

    public static async Task<NotebookServer> StartAsync(InstalledKernel installed, string python, string folder)
    {
        var port = TestConnection.New().ShellPort.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--port-retries=0",
            "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={folder}",
        ];
        var start = installed.Start(python, arguments, folder);
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();

        var server = new NotebookServer(process, $"http://127.0.0.1:{port}");
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 300; attempt++)
        {
            Assert.False(process.HasExited, string.Join('\n', said));
            try
            {
                await http.GetStringAsync(server.Address + "/api");
                return server;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200); // It is not up yet.
            }
        }

        await server.DisposeAsync();
        throw new InvalidOperationException("Jupyter Notebook did not start.\n" + string.Join('\n', said));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

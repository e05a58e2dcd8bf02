using System.Diagnostics;

namespace CourseCnn.Lab.Tests.Jupyter;

[Collection(InstalledKernel.Collection)]
public class KernelProcessTests(InstalledKernel installed)
{
    const string Native = """
        using System.Runtime.InteropServices;
        [DllImport("libc")] static extern void _exit(int code);

        """;

    [Theory]
    [InlineData(
        "using System.Xml.Linq; var x = new XElement(\"a\"); for (var i = 0; i < 1_000_000; i++) x = new XElement(\"a\", x); "
            + "new XElement(x)",
        "StackOverflow", "called itself")]
    [InlineData("Console.Write(1); await Task.Delay(100); Environment.FailFast(\"much too hot\");", "FailFast", "much too hot")]
    [InlineData("Console.Write(1); Environment.Exit(3);", "ProcessExited", "exit code 3. Leave out Environment.Exit")]
    [InlineData("new System.Threading.Thread(() => Environment.Exit(0)).Start(); while (true) {}", "ProcessExited", "exit code 0")]
    [InlineData(Native + "_exit(0);", "ProcessExited", "exit code 0")]
    [InlineData("unsafe { *(int*)(nint)12345678901L = 1; }", "NativeCrash", "memory that is not its own")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "ProcessDied", "without saying why")]
    public async Task A_cell_that_takes_its_process_down_is_told_and_the_next_one_runs_in_a_new_one(
        string code, string name, string message)
    {
        using var kernel = new RunningKernel(installed);
        kernel.Client.Execute("var before = 1;");

        var talk = kernel.Client.Execute(code);
        Assert.Equal(("error", name), (talk.Status, (string?)talk.Content["ename"]));
        Assert.Contains(message, (string?)talk.Content["evalue"]);
        Assert.EndsWith("run the cells from the top.", (string?)talk.Content["evalue"]);
        Assert.Equal("error idle", talk.Order[^"error idle".Length..]);

        Assert.Contains("'before' does not exist", (string?)kernel.Client.Execute("before").Content["evalue"]);
        Assert.Equal("2", kernel.Client.Execute("1 + 1").Value);
        Assert.Contains("WriteLine", kernel.Client.Ask("complete_request", new() { ["code"] = "Console.Wri" }).Content.ToJsonString());
        Assert.Equal(0, await kernel.ShutDownAsync());
        Assert.Equal("", await kernel.Errors);
    }

    /// <summary>More work than the pool would find threads for while anybody waits.</summary>
    [Theory]
    [InlineData(3000, "System.Threading.Thread.Sleep(1_000_000)")]
    [InlineData(3000, "System.Threading.Tasks.Task.Delay(1_000_000).Wait()")]
    [InlineData(200, "{ while (true) {} }")]
    [InlineData(200, "Endless()")]
    public async Task A_pool_full_of_a_cells_work_holds_nothing_up(int count, string work)
    {
        using var kernel = new RunningKernel(installed);
        kernel.Client.Execute("var kept = 3; static void Endless() { for (;;) {} }");
        kernel.Client.Execute($"for (var i = 0; i < {count}; i++) _ = Task.Run(() => {work});");

        Assert.True(kernel.Client.IsAlive());
        Assert.Equal("kernel_info_reply", kernel.Client.AskControl("kernel_info_request").Reply.Type);
        Assert.Equal("3", kernel.Client.Execute("kept").Value);
        Assert.Equal("error", kernel.Client.Execute("await Task.Yield(); class After { } throw new Exception();").Status);
        foreach (var waiting in (string[])["while (true) {}", "System.Threading.Thread.Sleep(-1);", "await Task.Delay(-1);"])
        {
            var id = kernel.Client.Start("Console.Write(1);" + waiting);
            kernel.Client.Next(heard => heard.Type == "stream");
            Assert.Equal("ok", kernel.Client.AskControl("interrupt_request").Status);
            Assert.Equal("Interrupted", (string?)kernel.Client.Hear(id).Content["ename"]);
        }
        // Completion needs the pool: without it there may be no suggestions, but there is an answer.
        Assert.Equal("ok", kernel.Client.Ask("complete_request", new() { ["code"] = "kep" }).Status);
        Assert.Equal("ok", kernel.Client.Ask("inspect_request", new() { ["code"] = "kept", ["cursor_pos"] = 2 }).Status);
        Assert.Equal("complete", (string?)kernel.Client.Ask("is_complete_request", new() { ["code"] = "1" }).Content["status"]);
        Assert.Equal("3", kernel.Client.Execute("kept").Value);
        Assert.Equal(0, await kernel.ShutDownAsync());
    }

    [Fact]
    public async Task Shutdown_ends_the_process_also_while_a_cell_loops()
    {
        using var kernel = new RunningKernel(installed);
        kernel.Client.Start("Console.Write(1); while (true) {}");
        kernel.Client.Next(heard => heard.Type == "stream");
        Assert.Equal(0, await kernel.ShutDownAsync());
    }

    [Fact]
    public async Task A_hundred_kernels_come_and_go_and_leave_no_process_and_no_file()
    {
        var before = Files();
        await Parallel.ForEachAsync(Enumerable.Range(0, 100), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, _) =>
        {
            using var kernel = new RunningKernel(installed);
            Assert.Equal("ok", kernel.Client.Ask("kernel_info_request").Status);
            Assert.Equal(0, await kernel.ShutDownAsync());
            Assert.Equal("", await kernel.Errors);
        });
        Assert.Equal(before, Files());
        Assert.DoesNotContain(Process.GetProcesses(), process => CommandLine(process).Contains(installed.CopiesFolder));
    }

    [Fact]
    public async Task An_interrupt_from_the_keyboard_stops_the_cell_and_not_the_kernel()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var kernel = new RunningKernel(installed);
        var id = kernel.Client.Start("Console.Write(1); while (true) {}");
        kernel.Client.Next(heard => heard.Type == "stream");
        await installed.RunAsync("kill", ["-INT", $"{kernel.Process.Id}"]);
        Assert.Equal("Interrupted", (string?)kernel.Client.Hear(id).Content["ename"]);
        Assert.Equal(0, await kernel.ShutDownAsync());
    }

    [Fact]
    public async Task A_kernel_whose_client_was_killed_ends_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows clients see to it themselves.");
        var connection = TestConnection.New();
        var file = TestConnection.Write(connection, installed.Home);
        var start = installed.Start("sh", ["-c", "\"$@\" & echo $!; wait", "sh", .. installed.Command(file)], installed.Home);
        start.Environment["JPY_PARENT_PID"] = "1";
        start.RedirectStandardOutput = true;
        using var parent = Process.Start(start)!;
        using var kernel = Process.GetProcessById(int.Parse((await parent.StandardOutput.ReadLineAsync())!));
        using (var client = new TestClient(connection))
            client.Execute("1 + 1");

        parent.Kill();
        await kernel.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        File.Delete(file);
    }

    [Theory]
    [InlineData("nowhere.json", "cannot be read")]
    [InlineData("share/jupyter/kernels/coursecnn/kernel.json", "no connection file")]
    public async Task A_kernel_that_cannot_start_says_why(string file, string reason)
    {
        var command = installed.Command(Path.Combine(installed.Home, file));
        var (exitCode, output) = await installed.RunAsync(command[0], command.Skip(1));
        Assert.Equal(1, exitCode);
        Assert.Contains(reason, output);
        Assert.DoesNotContain("   at ", output);
    }

    List<string> Files() => [.. Directory.GetFiles(installed.Home, "*", SearchOption.AllDirectories).Order()];

    static string CommandLine(Process process)
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.ReadAllText($"/proc/{process.Id}/cmdline") : process.MainModule?.FileName ?? "";
        }
        catch (Exception error) when (
            error is IOException or InvalidOperationException or System.ComponentModel.Win32Exception or UnauthorizedAccessException)
        {
            return ""; // It has ended meanwhile.
        }
    }
}

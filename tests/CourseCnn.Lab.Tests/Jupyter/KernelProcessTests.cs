using System.Diagnostics;

namespace CourseCnn.Lab.Tests.Jupyter;

[Collection(InstalledKernel.Collection)]
public class KernelProcessTests(InstalledKernel installed)
{
    [Theory]
    [InlineData(
        "using System.Xml.Linq; var x = new XElement(\"a\"); for (var i = 0; i < 1_000_000; i++) x = new XElement(\"a\", x); "
            + "new XElement(x)",
        "StackOverflow", "called itself")]
    [InlineData("Console.Write(1); await Task.Delay(100); Environment.FailFast(\"much too hot\");", "FailFast", "much too hot")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "ProcessDied", "without saying why")]
    public async Task A_cell_that_crashes_the_process_leaves_a_last_message(string code, string name, string message)
    {
        using var kernel = new RunningKernel(installed);
        kernel.Client.Execute("var before = 1;");
        var id = kernel.Client.Start(code);

        var error = kernel.Client.Next(heard => heard.Type == "error");
        Assert.Equal((id, name), (error.ParentId, error.Text("ename")));
        Assert.Contains(message, error.Text("evalue"));
        Assert.Contains("run the cells from the top", error.Text("evalue"));
        Assert.Equal("idle", kernel.Client.HearUntilIdle(id)[^1].Word);
        Assert.NotEqual(0, await kernel.EndAsync());
    }

    [Fact]
    public async Task A_cell_that_exits_ends_the_kernel_in_good_order_with_its_exit_code()
    {
        using var kernel = new RunningKernel(installed);
        var talk = kernel.Client.Execute("Console.Write(\"bye\"); Environment.Exit(3);");
        Assert.Equal("busy execute_input stream idle", talk.Order);
        Assert.Equal(("ok", "bye"), (talk.Status, talk.Text()));
        Assert.Equal(3, await kernel.EndAsync());
        Assert.Equal("", await kernel.Errors);
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

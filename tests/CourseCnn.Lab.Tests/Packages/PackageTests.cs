using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Tests.Jupyter;

namespace CourseCnn.Lab.Tests.Packages;

/// <summary>Both packages as somebody finds them who has no copy of this repository.</summary>
public class PackageTests(Feed feed) : IClassFixture<Feed>
{
    const string Cell = """
        using CourseCnn;
        using static CourseCnn.Plots;
        var model = new Sequential(new Conv2d(1, 3, (3, 3)), new ReLU());
        """;

    string Reference => $"#i \"nuget: {feed.Folder}\"\n#r \"nuget: CourseCnn\"";

    [Theory]
    [InlineData("CourseCnn", "lib/net10.0/CourseCnn.dll", "lib/net10.0/CourseCnn.xml")]
    [InlineData("CourseCnn.Lab", "tools/net10.0/any/CourseCnn.Lab.dll", "tools/net10.0/any/CourseCnn.Session.dll")]
    public void A_package_holds_its_assemblies_its_page_and_whose_work_is_in_it(string id, params string[] files)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(feed.Folder, $"{id}.*.nupkg")
            .Single(file => char.IsDigit(Path.GetFileName(file)[id.Length + 1])));
        var names = package.Entries.Select(entry => entry.FullName).ToList();
        foreach (var file in files.Concat(["README.md", "LICENSE", "THIRD-PARTY-NOTICES.md", "icon.png", $"{id}.nuspec"]))
            Assert.Contains(file, names);
        Assert.DoesNotContain(
            "CourseCnn.dll", names.Where(name => name.StartsWith("tools/", StringComparison.Ordinal)).Select(Path.GetFileName));
        Assert.All(["README.md", "LICENSE", "THIRD-PARTY-NOTICES.md", "icon.png"],
            file => Assert.True(package.GetEntry(file)!.Length > 300, file));
        using var nuspec = new StreamReader(package.GetEntry($"{id}.nuspec")!.Open());
        var text = nuspec.ReadToEnd();
        Assert.Contains("<license type=\"expression\">MIT</license>", text);
        Assert.DoesNotContain("PublicApiAnalyzers", text);
    }

    [Fact]
    public async Task The_tool_runs_and_checks_a_notebook_that_loads_the_library_as_a_package()
    {
        var path = Path.Combine(feed.Home, "my notebook.ipynb");
        File.WriteAllText(path, NotebookText.Of(
            Reference, $"{Cell}\nSummary(model, (1, 20, 20))",
                "PlotConv(Tensor.Arange(0, 144).Reshape(12, 12) / 144, Tensor.Ones((3, 3)))"));

        Assert.Contains("3 cells", await feed.SucceedAsync(feed.Tool, "run", path));
        Assert.Contains("Trainable params: 30", string.Concat(SavedText.Of(path, 1)));
        var figure = JsonNode.Parse(File.ReadAllBytes(path))!["cells"]![2]!["outputs"]![0]!["data"]!;
        Assert.NotNull(figure["image/svg+xml"]);
        Assert.Contains("The notebook shows what it was saved with.", await feed.SucceedAsync(feed.Tool, "check", path));
    }

    [Fact]
    public async Task The_tool_installs_a_kernel_of_its_own()
    {
        var prefix = Path.Combine(feed.Home, "a prefix");
        Assert.Contains("Installed the kernel", await feed.SucceedAsync(feed.Tool, "install", "--prefix", prefix));
        var spec = JsonNode.Parse(File.ReadAllBytes(Path.Combine(prefix, "share", "jupyter", "kernels", "coursecnn", "kernel.json")))!;
        var connection = TestConnection.New();
        var file = TestConnection.Write(connection, feed.Home);
        var argv = spec["argv"]!.AsArray().Select(argument => ((string)argument!).Replace("{connection_file}", file)).ToList();
        Assert.StartsWith(prefix, argv[1]);

        using (var kernel = Process.Start(feed.Start(argv[0], argv.Skip(1)))!)
        {
            using (var client = new TestClient(connection))
            {
                Assert.Equal("42", client.Execute("6 * 7").Value);
                Assert.Equal("ok", client.Execute(Reference).Status);
                Assert.Contains("3, 18, 18", client.Execute($"{Cell}\nmodel.Call(Tensor.Ones((1, 1, 20, 20))).Shape").Value);
                client.AskControl("shutdown_request");
            }
            await kernel.WaitForExitAsync();
        }

        Assert.Contains("Removed the kernel", await feed.SucceedAsync(feed.Tool, "uninstall", "--prefix", prefix));
        Assert.Empty(Directory.GetFiles(prefix, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_kernel_goes_to_a_home_that_is_not_there_yet()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows its homes by other means than a variable.");
        var start = feed.Start(feed.Tool, "install");
        var home = Path.Combine(feed.Home, "a new", "home");
        start.Environment["HOME"] = home;
        start.Environment.Remove("XDG_DATA_HOME");
        start.Environment.Remove("JUPYTER_DATA_DIR");
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.Contains(home, said);
        Assert.Single(Directory.GetFiles(home, "kernel.json", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(Path.Combine(feed.Home, ".local")));
    }

    [Fact]
    public async Task The_library_works_in_dotnet_interactive()
    {
        using var interactive = await DotNetInteractive.StartAsync(feed);
        await interactive.RunAsync(Reference);
        var table = await interactive.RunAsync($"{Cell}\nSummary(model, (1, 20, 20))");
        Assert.Contains("Trainable params: 30", table["text/plain"]);
        Assert.StartsWith("<table>", table["text/html"]);
        var figure = await interactive.RunAsync("PlotConv(Tensor.Arange(0, 144).Reshape(12, 12) / 144, Tensor.Ones((3, 3)))");
        Assert.StartsWith("<svg", figure["image/svg+xml"]);
        Assert.Contains("<svg", figure["text/html"]);
        Assert.StartsWith("2 pictures side by side", figure["text/plain"]);
    }
}

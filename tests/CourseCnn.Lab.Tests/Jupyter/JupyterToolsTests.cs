using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>Clients that others wrote.</summary>
[Collection(InstalledKernel.Collection)]
public sealed partial class JupyterToolsTests(InstalledKernel installed) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("with tools ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Jupyters_own_tests_of_a_kernel_pass_all_of_them()
    {
        var python = await JupyterTools.PythonAsync(installed, "jupyter_kernel_test");
        var (exitCode, output) = await installed.RunAsync(python, [Path.Combine(Repository.Root, "tests", "kernel", "conformance.py")]);
        Assert.True(exitCode == 0, output);
        Assert.Matches(@"Ran 1\d tests", output);
        Assert.DoesNotContain("skipped", output);
    }

    [Fact]
    public async Task Jupyter_lists_the_kernel()
    {
        var python = await JupyterTools.PythonAsync(installed, "jupyter_client");
        var (_, output) = await installed.RunAsync(python, ["-m", "jupyter_client.kernelspecapp", "list", "--json"]);
        var found = JsonNode.Parse(JsonObject().Match(output).Value)!["kernelspecs"]!["coursecnn"]!;
        Assert.Equal(installed.SpecFolder, (string?)found["resource_dir"]);
        Assert.Equal("C# (CourseCnn)", (string?)found["spec"]!["display_name"]);
    }

    [Fact]
    public async Task Nbconvert_runs_a_notebook_of_the_course_and_finds_the_same_outputs()
    {
        var python = await JupyterTools.PythonAsync(installed, "nbconvert", "nbclient");
        var notebooks = JupyterTools.CopyNotebooks(folder);
        var first = Directory.GetFiles(notebooks).Order().First();
        var (exitCode, output) = await installed.RunAsync(
            python, ["-m", "nbconvert", "--execute", "--to", "notebook", "--output", "run.ipynb", first], notebooks);
        Assert.True(exitCode == 0, output);
        Assert.Equal(PlainTexts(first), PlainTexts(Path.Combine(notebooks, "run.ipynb")));
    }

    [Fact]
    public async Task Nbconvert_tells_of_a_cell_that_crashes_the_kernel()
    {
        var python = await JupyterTools.PythonAsync(installed, "nbconvert", "nbclient");
        var notebook = Path.Combine(folder, "crash.ipynb");
        await File.WriteAllTextAsync(notebook, """
            {"cells":[{"cell_type":"code","id":"a","execution_count":null,"metadata":{},"outputs":[],
             "source":["int F(int n) => F(n) + 1; F(0)"]}],
             "metadata":{"kernelspec":{"name":"coursecnn","display_name":"C#","language":"C#"}},"nbformat":4,"nbformat_minor":5}
            """, TestContext.Current.CancellationToken);
        // Once a second nbconvert looks whether the kernel lives: on a busy machine it may find out before it is told.
        var output = "";
        for (var attempt = 0; attempt < 5 && !output.Contains("F called itself again and again"); attempt++)
        {
            (var exitCode, output) =
                await installed.RunAsync(python, ["-m", "nbconvert", "--execute", "--to", "notebook", notebook], folder);
            Assert.NotEqual(0, exitCode);
        }

        Assert.Contains("F called itself again and again", output);
    }

    static List<string> PlainTexts(string notebook) =>
    [
        .. from cell in JsonNode.Parse(File.ReadAllBytes(notebook))!["cells"]!.AsArray()
           from output in cell!["outputs"]?.AsArray() ?? []
           let text = output!["data"]?["text/plain"] ?? output["text"]
           where text is not null
           select text is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)text!,
    ];

    [GeneratedRegex(@"\{.*\}", RegexOptions.Singleline)]
    private static partial Regex JsonObject();
}

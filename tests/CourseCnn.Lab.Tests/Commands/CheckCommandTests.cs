using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CourseCnn.Lab.Notebooks.Json;
using CourseCnn.Session;

namespace CourseCnn.Lab.Tests.Commands;

/// <summary>A notebook of the course's own kind is run and saved; then one thing in its saved outputs is altered.</summary>
public sealed partial class CheckCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task As_it_was_saved_nothing_is_said_and_nothing_written()
    {
        var path = await SaveAsync();
        var bytes = File.ReadAllBytes(path);

        var check = await CheckAsync();

        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Matches(@"x\.ipynb: 5 cells in \d+\.\d s, as saved\nThe notebook shows what it was saved with\.\n$", check.Out);
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.False(File.Exists(folder.PathOf("report.html")));
    }

    [Theory]
    [InlineData("text", "cell 2 (printed) differs\n  line 2 was “<script>altered</script>” and is “two” now")]
    [InlineData("picture", "cell 3 (figure) differs\n  the figure: the picture differs in 1 of 64 pixels, by up to 90 of 255")]
    [InlineData("number", "cell 3 (figure) differs\n  the interactive figure: 1 of 64 numbers of data[0].z differ: the first was ")]
    [InlineData("result", "cell 4 (result) differs\n  line 1 was “0.1249” and is “0.125” now")]
    [InlineData("kind", "cell 5 (varying) differs\n  printed text was there, and a result (text/plain) is now")]
    public async Task One_altered_output_fails_with_its_cell_named(string what, string sentence)
    {
        var path = await SaveAsync();
        Alter(path, what, by: 90);

        var check = await CheckAsync();

        Assert.Equal(1, check.ExitCode);
        Assert.Contains($"x.ipynb: {sentence}", check.Error);
        Assert.Single(Differing.Matches(check.Error));
        Assert.EndsWith(
            $"See {folder.PathOf("report.html")}; where the new outputs are right, save them with the command run.\n", check.Error);
        Assert.Contains("Cell ", File.ReadAllText(folder.PathOf("report.html")));
    }

    [Theory]
    [InlineData("picture")]
    [InlineData("number")]
    public async Task What_another_processor_may_do_is_no_alarm(string what)
    {
        var path = await SaveAsync();
        Alter(path, what, by: 1);

        Assert.Equal((0, ""), ((await CheckAsync()) is var check ? check.ExitCode : -1, check.Error));
    }

    [Fact]
    public async Task A_cell_that_varies_may_say_something_else()
    {
        var path = await SaveAsync();
        Alter(path, "varying", by: 0);

        Assert.Equal(0, (await CheckAsync()).ExitCode);
    }

    [Fact]
    public async Task The_report_shows_before_and_after_and_runs_nothing()
    {
        var path = await SaveAsync();
        Alter(path, "picture", by: 90);
        Alter(path, "text", by: 0);
        await CheckAsync();

        var page = new HtmlParser().ParseDocument(File.ReadAllText(folder.PathOf("report.html")));

        Assert.Equal(["Cell 2 (printed)", "Cell 3 (figure)"], page.QuerySelectorAll("h3").Select(heading => heading.TextContent));
        Assert.Equal(
            ["- <script>altered</script>", "+ two"], page.QuerySelectorAll(".diff :is(del, ins)").Select(line => line.TextContent));
        var pictures = page.QuerySelectorAll("figure")
            .Select(figure => (figure.QuerySelector("figcaption")!.TextContent, figure.QuerySelector("img")!.GetAttribute("src")))
            .ToList();
        Assert.Equal(["Saved", "Now"], pictures.Select(picture => picture.TextContent));
        Assert.NotEqual(pictures[0].Item2, pictures[1].Item2);
        Assert.All(pictures, picture => Assert.StartsWith("data:image/svg+xml;base64,", picture.Item2));
        Assert.Empty(page.QuerySelectorAll("script, iframe, object, [src^=http], [onload]"));
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_notebook_that_fails_or_cannot_be_read_fails_the_check()
    {
        folder.Write("a.ipynb", NotebookText.Of("throw new Exception(\"No.\");"));
        folder.Write("b.ipynb", "no notebook");

        var check = await CheckAsync();

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("a.ipynb: cell 1 of 1, line 1 failed", check.Error);
        Assert.Contains("b.ipynb is not a notebook", check.Error);
        Assert.Contains("2 of 2 notebooks could not be run: ", check.Error);
        Assert.DoesNotContain("command run", check.Error + File.ReadAllText(folder.PathOf("report.html")));
    }

    Task<CommandLine> CheckAsync() => CommandLine.RunAsync(
        place => new CSharpSession(place), arguments: ["check", folder.FullName, "--report", folder.PathOf("report.html")]);

    /// <summary>A notebook with text, a figure, a number, and something that varies, as <c>run</c> saves it.</summary>
    async Task<string> SaveAsync()
    {
        var library = Path.Combine(Fixtures.Repository, "lib", "CourseCnn", "bin", "CourseCnn.dll").Replace('\\', '/');
        (string Id, string Source, string Tags)[] cells =
        [
            ("setup", $"#r \"{library}\"\nusing CourseCnn;", ""),
            ("printed", "Console.WriteLine(\"one\\ntwo\\nthree\");", ""),
            ("figure", "Plots.PlotImage(Tensor.Arange(0, 64).Reshape(8, 8) / 64)", ""),
            ("result", "0.125", ""),
            ("varying", "DateTime.Now.Ticks", "\"varies\""),
        ];
        var written = cells.Select(cell => $$"""
            {"cell_type": "code", "id": "{{cell.Id}}", "metadata": {"tags": [{{cell.Tags}}]}, "outputs": [], "execution_count": null,
             "source": {{JsonValue.Create(cell.Source).ToJsonString()}}}
            """);
        var cellsText = string.Join(',', written);
        var path = folder.Write("x.ipynb", $$"""{"cells": [{{cellsText}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""");
        var run = await CommandLine.RunAsync(place => new CSharpSession(place), arguments: ["run", path]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return path;
    }

    static void Alter(string path, string what, int by)
    {
        var notebook = JsonNode.Parse(File.ReadAllText(path))!;
        JsonObject Output(int cell) => notebook["cells"]![cell]!["outputs"]![0]!.AsObject();
        var forms = Output(2)["data"]!;
        switch (what)
        {
            case "text":
                Output(1)["text"] = "one\n<script>altered</script>\nthree\n";
                break;
            case "picture":
                var svg = JupyterLines.Join(forms["image/svg+xml"])!;
                forms["image/svg+xml"] = EmbeddedPicture.Replace(svg, picture => WithOtherPixel(picture.Value, by), 1);
                break;
            case "number":
                var z = forms["application/vnd.plotly.v1+json"]!["data"]![0]!["z"]!;
                Assert.NotNull(z["bdata"]);
                AlterNumber(z, by);
                break;
            case "result":
                Output(3)["data"]!["text/plain"] = "0.1249";
                break;
            case "varying":
                Output(4)["data"]!["text/plain"] = "1";
                break;
            default:
                notebook["cells"]![4]!["outputs"]![0] = new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "1" };
                break;
        }
        File.WriteAllText(path, notebook.ToJsonString());
    }

    /// <summary>The last pixel, moved; all that is grey stays grey.</summary>
    static string WithOtherPixel(string base64, int by)
    {
        var picture = StbImageSharp.ImageResult.FromMemory(Convert.FromBase64String(base64), StbImageSharp.ColorComponents.Grey);
        picture.Data[^1] = (byte)(picture.Data[^1] - by);
        return TestPng.Base64(picture.Width, picture.Data);
    }

    static void AlterNumber(JsonNode z, int by)
    {
        var bytes = Convert.FromBase64String(z["bdata"]!.GetValue<string>());
        if (z["dtype"]!.GetValue<string>() == "u1")
            bytes[^1] = (byte)(bytes[^1] - by);
        else
            BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), BitConverter.ToSingle(bytes, bytes.Length - 4) * (1 - (by * 1e-6f)));
        z["bdata"] = Convert.ToBase64String(bytes);
    }

    [GeneratedRegex("(?<=data:image/png;base64,)[A-Za-z0-9+/=]+")]
    private static partial Regex EmbeddedPicture { get; }

    [GeneratedRegex("differs\n")]
    private static partial Regex Differing { get; }
}

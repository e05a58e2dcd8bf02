using System.Text.RegularExpressions;
using CourseCnn.Tests.Data;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Course;

public sealed class SavedNotebookTests
{
    const int Megabyte = 1024 * 1024;

    public static TheoryData<string> Names => [.. SavedNotebook.Names];

    [Fact]
    public void The_course_has_its_four_notebooks() => Assert.Equal(
        [
            "01-convolutional-neural-networks",
            "02-cooking-up-a-cnn",
            "03-the-cnn-recipe-book",
            "04-cnn-versus-fully-connected",
        ],
        SavedNotebook.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_kernel_is_the_courses_and_speaks_CSharp(string name)
    {
        var metadata = SavedNotebook.Read(name).Metadata;
        Assert.Equal("coursecnn", (string?)metadata["kernelspec"]!["name"]);
        Assert.Equal("C#", (string?)metadata["kernelspec"]!["language"]);
        Assert.Equal("C#", (string?)metadata["language_info"]!["name"]);
        Assert.Equal("csharp", (string?)metadata["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_saved_as_run_from_top_to_bottom_and_not_too_large_to_be_shown(string name)
    {
        var notebook = SavedNotebook.Read(name);
        Assert.InRange(notebook.Size, 1, 2 * Megabyte);
        Assert.Equal(Enumerable.Range(1, notebook.Code.Count()), notebook.Code.Select(cell => cell.ExecutionCount ?? 0));
        Assert.DoesNotContain(
            notebook.Code.SelectMany(cell => cell.Outputs),
            output => (string?)output["output_type"] == "error" || (string?)output["name"] == "stderr");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_is_short_and_all_but_the_first_show_something(string name)
    {
        foreach (var cell in SavedNotebook.Read(name).Code)
        {
            Assert.InRange(cell.Source.Split('\n').Length, 1, 25);
            Assert.True(cell.Outputs.Count > 0 || cell.Source.StartsWith("#r ", StringComparison.Ordinal), cell.Source);
        }
    }

    [Theory]
    [InlineData("02-cooking-up-a-cnn", "chapter: CNN")]
    [InlineData("02-cooking-up-a-cnn", "chapter: CNN with pooling")]
    [InlineData("04-cnn-versus-fully-connected", "chapter: NN")]
    [InlineData("04-cnn-versus-fully-connected", "chapter: CNN of blocks")]
    public void The_saved_tables_are_those_of_torch_summary(string name, string model)
    {
        Assert.Contains(Table(model), SavedNotebook.Read(name).Code.SelectMany(cell => cell.Forms("text/plain")));
    }

    [Fact]
    public void AlexNet_in_two_halves_has_the_layers_and_totals_that_it_has_in_one_piece()
    {
        var saved = SavedNotebook.Read("03-the-cnn-recipe-book").Code.SelectMany(cell => cell.Forms("text/plain"));
        var lines = Table("AlexNet").Split('\n').Where(line => !line.StartsWith("├─Sequential", StringComparison.Ordinal));
        Assert.Contains(saved, text => lines.SequenceEqual(
            text.Split('\n').Where(line => !line.StartsWith("├─Sequential", StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_lead_to_files_that_are_there(string name)
    {
        var links = SavedNotebook.Read(name).Cells.Where(cell => !cell.IsCode)
            .SelectMany(cell => Regex.Matches(cell.Source, @"\]\(([^)#:]+)\)").Select(link => link.Groups[1].Value));
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(TestFiles.Notebooks, link)), link));
    }

    static string Table(string model) => Reference.Read("summary.json").EnumerateArray()
        .First(entry => entry.GetProperty("model").GetString() == model).GetProperty("table").GetString()!;
}

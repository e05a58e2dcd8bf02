using CourseCnn.Lab.Notebooks.Search;
using CourseCnn.Lab.Terminal;

namespace CourseCnn.Lab.Tests.Notebooks;

public sealed class NotebookSearchTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public NotebookSearchTests()
    {
        string[] names =
        [
            "02-b.ipynb", "01-a.ipynb", "notes.txt", "part/03-c.ipynb", "part/deep/04-d.ipynb", "other/03-c.ipynb",
            ".hidden.ipynb", ".ipynb_checkpoints/01-a-checkpoint.ipynb", "bin/x.ipynb", "part/obj/x.ipynb",
        ];
        foreach (var name in names)
            folder.Write(name, "");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_gives_its_notebooks_in_order_but_no_copies_and_no_build_output() =>
        Assert.Equal(["01-a.ipynb", "02-b.ipynb", "other/03-c.ipynb", "part/03-c.ipynb", "part/deep/04-d.ipynb"], Names(Find("")));

    [Theory]
    [InlineData("0*.ipynb", new[] { "01-a.ipynb", "02-b.ipynb" })]
    [InlineData("0?-b.*", new[] { "02-b.ipynb" })]
    [InlineData("*", new[] { "01-a.ipynb", "02-b.ipynb", "other/03-c.ipynb", "part/03-c.ipynb", "part/deep/04-d.ipynb" })]
    [InlineData("*/03*", new[] { "other/03-c.ipynb", "part/03-c.ipynb" })]
    [InlineData("**/0[34]*", new string[0])]
    [InlineData("**/*d.ipynb", new[] { "part/deep/04-d.ipynb" })]
    [InlineData("part/**/0*", new[] { "part/03-c.ipynb", "part/deep/04-d.ipynb" })]
    [InlineData("p*/deep", new[] { "part/deep/04-d.ipynb" })]
    public void A_pattern_gives_what_matches(string pattern, string[] expected)
    {
        if (expected.Length > 0)
            Assert.Equal(expected, Names(Find(pattern)));
        else
            Assert.StartsWith("No notebook matches ", Refusal(pattern));
    }

    [Fact]
    public void A_notebook_named_twice_runs_once() => Assert.Equal(["02-b.ipynb", "01-a.ipynb"], Names(Find("02-b.ipynb", "0*.ipynb")));

    [Fact]
    public void A_file_whose_name_holds_a_star_is_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        folder.Write("0*.ipynb", "");

        Assert.Equal(["0*.ipynb"], Names(Find("0*.ipynb")));
    }

    [Fact]
    public void Subfolders_are_kept_below_the_output_folder()
    {
        Assert.Equal(Path.Combine("part", "deep", "04-d.ipynb"), OutputName(""));
        Assert.Equal(Path.Combine("deep", "04-d.ipynb"), OutputName("part/**/04*"));
        Assert.Equal("04-d.ipynb", OutputName("part/deep/04-d.ipynb"));

        string OutputName(string argument) =>
            new NotebookSearch(folder.PathOf("out")).Find([folder.PathOf(argument)]).Single(found => found.Name.Contains("04")).OutputName;
    }

    [Fact]
    public void The_output_folder_itself_is_not_searched() =>
        Assert.DoesNotContain(
            new NotebookSearch(folder.PathOf("part")).Find([folder.FullName]),
            found => found.Name.Contains("part"));

    [Fact]
    public void Two_notebooks_for_one_place_are_refused()
    {
        string[] paths = [folder.PathOf("part/03-c.ipynb"), folder.PathOf("other/03-c.ipynb")];

        var error = Assert.Throws<UsageException>(() => new NotebookSearch(folder.PathOf("out")).Find(paths));

        Assert.Equal(
            $"{paths[0]} and {paths[1]} would all be saved as 03-c.ipynb in the output folder. Run them one by one.", error.Message);
    }

    [Theory]
    [InlineData("02-bb.ipynb", "02-b.ipynb")]
    [InlineData("01", "01-a.ipynb")]
    [InlineData("prat/03-c.ipynb", "part/03-c.ipynb")]
    [InlineData("part/depe/04-d.ipynb", "part/deep/04-d.ipynb")]
    public void A_missing_path_suggests_the_nearest_name(string given, string meant) =>
        Assert.Equal(
            $"There is no file or folder {folder.PathOf(given)}. Did you mean {folder.PathOf(meant)}?",
            Refusal(given));

    [Fact]
    public void A_missing_path_with_nothing_near_says_where_it_was_looked_for() =>
        Assert.Equal(
            $"There is no file or folder {folder.PathOf("zebra/x")} (looked from {Directory.GetCurrentDirectory()}).",
            Refusal("zebra/x"));

    [Fact]
    public void A_folder_without_notebooks_and_a_file_that_is_none_are_refused()
    {
        folder.Write("empty/readme.md", "");

        Assert.EndsWith("empty holds no notebooks (files whose name ends in .ipynb).", Refusal("empty"));
        Assert.EndsWith("notes.txt is not a notebook: the name of a notebook ends in .ipynb.", Refusal("notes.txt"));
    }

    [Fact]
    public void Links_in_a_circle_are_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        Directory.CreateSymbolicLink(folder.PathOf("part/again"), folder.FullName);

        Assert.Equal(["part/03-c.ipynb", "part/deep/04-d.ipynb"], Names(Find("part")));
        Assert.Equal(["part/03-c.ipynb", "part/deep/04-d.ipynb"], Names(Find("part/**")));
    }

    string Refusal(string name) => Assert.Throws<UsageException>(() => Find(name)).Message;

    List<FoundNotebook> Find(params string[] names) => new NotebookSearch(null).Find(names.Select(folder.PathOf));

    IEnumerable<string> Names(List<FoundNotebook> found)
    {
        Assert.All(found, notebook => Assert.Equal(notebook.Path, Path.GetFullPath(notebook.Name)));
        return found.Select(notebook => Path.GetRelativePath(folder.FullName, notebook.Path).Replace('\\', '/'));
    }
}

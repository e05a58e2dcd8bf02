using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests.Assist;

public class CompletionTests : SessionTest
{
    [Fact]
    public async Task Members_that_begin_so_are_offered_with_their_kinds()
    {
        var found = await Complete("Console.Wri|te(1)");
        Assert.Equal(["Write", "WriteLine"], found.Items.Select(item => item.Text));
        Assert.All(found.Items, item => Assert.Equal("method", item.Kind));
        Assert.Equal("Console.".Length, found.Start);
    }

    [Fact]
    public async Task What_earlier_cells_declared_is_offered_before_the_rest()
    {
        await Value("var listOfNames = new List<string>(); class Listener { public int Loudness => 3; }\nint ListAll() => 1;");
        await Value("using System.Globalization;");
        var found = await Complete("var listHere = 1; list|");
        Assert.Equal(["listHere", "listOfNames"], found.Items.Take(2).Select(item => item.Text));
        Assert.Contains(found.Items, item => item is { Text: "Listener", Kind: "class" });
        Assert.Contains(found.Items, item => item is { Text: "ListAll", Kind: "method" });
        Assert.Equal(["Loudness"], (await Complete("new Listener().Lou|")).Items.Select(item => item.Text));
        Assert.Contains((await Complete("CultureInf|")).Items, item => item.Text == "CultureInfo");
    }

    [Fact]
    public async Task Libraries_that_a_cell_loaded_are_known()
    {
        await Value("#r \"System.Xml.Linq\"\nusing System.Xml.Linq;");
        Assert.Contains((await Complete("new XElement(\"a\").AddFir|")).Items, item => item.Text == "AddFirst");
    }

    [Fact]
    public async Task Types_of_the_cells_and_of_libraries_they_loaded_stand_before_the_frameworks()
    {
        await Value($"#r \"{typeof(CsCheck.Gen).Assembly.Location}\"\nusing CsCheck;\nclass Generous {{ }}");
        var found = (await Complete("Gen|")).Items.Select(item => item.Text).ToList();
        Assert.Equal("Gen", found[0]);
        Assert.InRange(found.IndexOf("Generous"), 1, found.IndexOf("GenericUriParser") - 1);
        Assert.InRange(found.IndexOf("GenUShort"), 1, found.IndexOf("GenericUriParser") - 1);
    }

    [Fact]
    public async Task Where_nothing_begins_so_what_resembles_it_is_offered() =>
        Assert.Contains((await Complete("Console.WLine|")).Items, item => item.Text == "WriteLine");

    [Fact]
    public async Task A_generic_type_is_written_without_its_brackets() =>
        Assert.Contains((await Complete("new Diction|")).Items, item => item.Text == "Dictionary");

    [Theory]
    [InlineData("#!|", "#!time")]
    [InlineData("var a = 1;\n#!ti|", "#!time")]
    [InlineData("#|", "#r")]
    public async Task Commands_are_offered_at_the_start_of_a_line(string code, string expected) =>
        Assert.Contains((await Complete(code)).Items, item => item.Text == expected);

    [Theory]
    [InlineData("|")]
    [InlineData("\"text |")]
    [InlineData("// comment |")]
    [InlineData("#!oops\nx.|")]
    [InlineData("((((|")]
    [InlineData("nothing.|")]
    public async Task Nowhere_does_it_fail(string code) => Assert.NotNull(await Complete(code));

    [Fact]
    public async Task A_text_magic_hides_no_code_behind_it() =>
        Assert.Contains((await Complete("#!markdown\n# Title\n#!csharp\nConsole.Wri|")).Items, item => item.Text == "WriteLine");

    Task<CompletionList> Complete(string code)
    {
        var position = code.IndexOf('|');
        return Session.CompleteAsync(code.Remove(position, 1), position);
    }
}

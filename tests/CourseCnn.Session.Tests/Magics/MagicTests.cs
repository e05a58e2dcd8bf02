namespace CourseCnn.Session.Tests.Magics;

public class MagicTests : SessionTest
{
    [Fact]
    public async Task Text_magics_show_their_text_and_code_goes_on_behind_them()
    {
        Assert.Equal("3", await Value("#!markdown\n# A *heading*\n\n#!html\n<b>x</b>\n#!csharp\nvar v = 3;\nv"));
        Assert.Equal("# A *heading*", Output.Displays[0].Data["text/markdown"]);
        Assert.Equal("<b>x</b>", Output.Displays[1].Data["text/html"]);
    }

    [Fact]
    public async Task Time_is_told_after_the_cell()
    {
        Assert.Equal("7", await Value("#!time\nvar t = 7;\nt"));
        Assert.Matches(@"^Wall time: [\d,]+\.\d ms$", Output.Displays[^1].Data["text/plain"]);
    }

    [Fact]
    public async Task Who_lists_the_variables()
    {
        await Value("var apple = 1; string pear = \"\"; int F() => 1;");
        await Value("var apple = 2; var plum = 3;");
        await Value("#!who");
        Assert.Equal(["pear", "apple", "plum"], Output.Displays[^1].Data["text/plain"]!.Split(Environment.NewLine));
    }

    [Fact]
    public async Task Lsmagic_lists_the_commands()
    {
        await Value("#!lsmagic");
        foreach (var name in new[] { "#!csharp", "#!time", "#!markdown", "#!html", "#!who", "#!lsmagic" })
            Assert.Contains(name, Output.Displays[^1].Data["text/plain"]);
    }

    [Theory]
    [InlineData("#!tim", "#!time")]
    [InlineData("#!Markdown", "#!markdown")]
    [InlineData("#!whos", "#!who")]
    public async Task An_unknown_magic_is_named_with_the_nearest_known_one(string magic, string nearest)
    {
        var error = await Error($"var a = 1;\n{magic}\n");
        Assert.Contains($"{magic};", error.Message);
        Assert.Contains($"nearest is {nearest},", error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task A_line_in_a_raw_string_is_no_magic() =>
        Assert.Equal("#!oops", await Value("var text = \"\"\"\n#!oops\n\"\"\";\ntext"));

    [Fact]
    public async Task Lines_behind_a_magic_keep_their_numbers()
    {
        var error = await Error("#!time\n\nvar y = imag;");
        Assert.Equal(3, error.Line);
    }
}

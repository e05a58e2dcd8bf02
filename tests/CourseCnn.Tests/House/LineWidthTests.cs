namespace CourseCnn.Tests.House;

/// <summary>No line of code is wider than .editorconfig says. No formatter breaks one: where is a matter of sense.</summary>
public sealed class LineWidthTests
{
    const int Width = 140;

    [Theory, InlineData("lib"), InlineData("tests")]
    public void No_line_is_wider_than_a_screen(string folder)
    {
        var files = SourceFiles.In(folder).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => Wide(file, SourceFiles.Read(file))));
    }

    [Fact]
    public void A_wide_line_is_named_by_its_place()
    {
        var (fits, wide) = (new string('×', Width), new string('x', Width + 1));
        Assert.Equal(["A.cs(2): 141 columns"], Wide("A.cs", $"{fits}\r\n{wide}\n{fits}"));
    }

    static IEnumerable<string> Wide(string file, string text) => text.ReplaceLineEndings("\n").Split('\n')
        .Select((line, index) => (line.Length, Number: index + 1))
        .Where(line => line.Length > Width)
        .Select(line => $"{file}({line.Number}): {line.Length} columns");
}

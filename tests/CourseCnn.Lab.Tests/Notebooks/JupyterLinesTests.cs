using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Tests.Notebooks;

public class JupyterLinesTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("one", new[] { "one" })]
    [InlineData("one\ntwo\n", new[] { "one\n", "two\n" })]
    [InlineData("one\r\ntwo\rthree", new[] { "one\r\n", "two\r", "three" })]
    [InlineData("\n\na\fb\u2028c\u0085", new[] { "\n", "\n", "a\f", "b\u2028", "c\u0085" })]
    public void Text_splits_where_python_splits_it(string text, string[] lines)
    {
        var split = JupyterLines.Split(text);

        Assert.Equal(lines, split.Select(line => line!.GetValue<string>()));
        Assert.Equal(text, JupyterLines.Join(split));
    }

    [Fact]
    public void Text_may_be_one_string() => Assert.Equal("a\nb", JupyterLines.Join(JsonValue.Create("a\nb")));

    [Theory]
    [InlineData("7")]
    [InlineData("""["a", 7]""")]
    [InlineData("{}")]
    public void Other_json_is_no_text(string json) => Assert.Null(JupyterLines.Join(JsonNode.Parse(json)));
}

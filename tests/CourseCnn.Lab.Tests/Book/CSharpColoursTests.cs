using System.Net;
using System.Text.RegularExpressions;
using CourseCnn.Lab.Book.Text;
using CsCheck;

namespace CourseCnn.Lab.Tests.Book;

public partial class CSharpColoursTests
{
    [Theory]
    [InlineData("#r \"a.dll\"", "<span class=\"c-directive\">#r &quot;a.dll&quot;</span>")]
    [InlineData("var x = 1.5f; // one",
        "<span class=\"c-keyword\">var</span> x = <span class=\"c-number\">1.5f</span>; <span class=\"c-comment\">// one</span>")]
    [InlineData("Tensor.Of(s)", "<span class=\"c-type\">Tensor</span>.<span class=\"c-method\">Of</span>(s)")]
    [InlineData("new Conv2d(\"a\")",
        "<span class=\"c-keyword\">new</span> <span class=\"c-type\">Conv2d</span>(<span class=\"c-string\">&quot;a&quot;</span>)")]
    [InlineData("class A : Module",
        "<span class=\"c-keyword\">class</span> <span class=\"c-type\">A</span> : <span class=\"c-type\">Module</span>")]
    public void Words_are_marked_by_what_they_are(string code, string html) => Assert.Equal(html, CSharpColours.ToHtml(code));

    [Fact]
    public void The_text_stays_the_same_to_the_letter_whatever_it_is()
    {
        string[] pieces =
        [
            "var ", "x", "\"", "$\"{", "}", "'", "\\", "\n", "#r ", "#!time\n", "/*", "*/", "//", "<", "&", ">", "\"\"\"", "é", "1.",
            "new", "\t", "😀", "#if",
        ];
        Gen.Int[0, pieces.Length - 1].Array[0, 40].Select(chosen => string.Concat(chosen.Select(index => pieces[index])))
            .Sample(code => Plain(CSharpColours.ToHtml(code)) == code, iter: 500);
    }

    static string Plain(string html) => WebUtility.HtmlDecode(Tags.Replace(html, ""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags { get; }
}

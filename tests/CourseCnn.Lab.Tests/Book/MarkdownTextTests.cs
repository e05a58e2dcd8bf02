using CourseCnn.Lab.Book.Text;

namespace CourseCnn.Lab.Tests.Book;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("A *b* **c** ~~d~~ `e`", "<p>A <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>")]
    [InlineData("<kbd>Shift</kbd> H<sub>2</sub>O", "<p><kbd>Shift</kbd> H<sub>2</sub>O</p>")]
    [InlineData("<b class=\"bar\" id=\"content\" style=\"position:fixed\">x</b>", "<p><b>x</b></p>")]
    [InlineData("Costs $5 or $6.", "<p>Costs $5 or $6.</p>")]
    [InlineData("<https://example.org>", "<p><a href=\"https://example.org\">https://example.org</a></p>")]
    public void Prose_keeps_what_belongs_to_prose(string markdown, string html) => Assert.Equal(html, Html(markdown));

    [Fact]
    public void Tables_have_column_headers_and_scroll_by_themselves()
    {
        var html = Html("| | a |\n|--|--:|\n| x | 1 |");

        Assert.StartsWith("<div class=\"table-scroll\"><table>", html);
        Assert.Contains("<td></td>", html);
        Assert.Contains("scope=\"col\">a</th>", html);
        Assert.Contains("text-align: right", html);
    }

    [Fact]
    public void Formulas_become_mathml()
    {
        Assert.Equal("<p>A <math><mrow><mi>k</mi><mo>−</mo><mn>1</mn></mrow></math>.</p>", Html("A $k-1$."));
        var display = Html("$$\n\\begin{bmatrix}\n1 & 2 \\\\\n3 & 4\n\\end{bmatrix}\n$$");
        Assert.StartsWith("<p><span class=\"math-display\"><math display=\"block\"", display);
        Assert.Equal(2, display.Split("<mtr>").Length - 1);
    }

    [Theory]
    [InlineData(@"$\nonsense{x}$", "\\nonsense")]
    [InlineData(@"$\frac{1}{$", "")]
    [InlineData(@"$\href{javascript:alert(1)}{x}$", "\\href")]
    public void A_formula_that_is_not_understood_is_shown_as_written_and_noticed(string markdown, string named)
    {
        var complaints = new List<string>();
        var code = MarkdownText.Parse(markdown, complaints.Add).QuerySelector("code.math-source")!;

        Assert.Equal(markdown.Trim('$'), code.TextContent);
        Assert.Contains(named, Assert.Single(complaints));
    }

    [Fact]
    public void A_formula_that_grows_without_end_is_given_up()
    {
        var complaints = new List<string>();
        MarkdownText.Parse(@"$\def\a{\a\a}\a$", complaints.Add);
        Assert.Single(complaints);

        MarkdownText.Parse("$x$", complaints.Add);
        Assert.Single(complaints);
    }

    [Fact]
    public void Fenced_csharp_is_coloured_and_other_code_is_not()
    {
        Assert.Contains("<span class=\"c-keyword\">var</span>", Html("```csharp\nvar x = 1;\n```"));
        Assert.Equal("<pre><code class=\"language-python\">x = 1 &lt; 2\n</code></pre>", Html("```python\nx = 1 < 2\n```"));
    }

    [Fact]
    public void The_course_has_no_formula_that_is_not_understood()
    {
        var complaints = new List<string>();
        foreach (var path in Directory.EnumerateFiles(BookFixtures.Course, "*.ipynb"))
        {
            foreach (var cell in BookFixtures.Load(path).Notebook.Cells.Where(cell => cell.IsMarkdown))
                MarkdownText.Parse(cell.Source, complaints.Add);
        }
        Assert.Empty(complaints);
    }

    static string Html(string markdown) =>
        MarkdownText.Parse(markdown, complaint => Assert.Fail(complaint)).Body!.InnerHtml.Trim();
}

using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CourseCnn.Lab.Book.Files;

namespace CourseCnn.Lab.Tests.Book;

public partial class HostileNotebookTests
{
    static readonly (BookFiles Files, string Page, List<string> Complaints) made =
        BookFixtures.Make(BookFixtures.Hostile);

    [Fact]
    public void No_script_handler_or_frame_comes_through()
    {
        var page = new HtmlParser().ParseDocument(made.Page);

        Assert.All(page.QuerySelectorAll("script"), script => Assert.StartsWith("assets/", script.GetAttribute("src")));
        Assert.Empty(
            page.QuerySelectorAll("article :is(iframe, object, embed, form, input, style, link, meta, base, video, audio, svg, mglyph)"));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("base, [id=content]"));
        Assert.Empty(page.QuerySelectorAll("article [name], article [style*=position], article [style*=url]"));
    }

    [Fact]
    public void Links_lead_to_pages_and_pictures_come_from_the_book()
    {
        var page = new HtmlParser().ParseDocument(made.Page);

        Assert.All(page.QuerySelectorAll("[href], [src]"), element =>
            Assert.Matches(Harmless, element.GetAttribute("href") ?? element.GetAttribute("src")!));
        Assert.DoesNotContain(made.Files.All.Keys, file => file.StartsWith("pictures/", StringComparison.Ordinal));
        Assert.Contains(made.Complaints, complaint => complaint.Contains("../../../../../../etc/passwd"));
        Assert.Contains(made.Complaints, complaint => complaint.Contains("https://evil.example/pixel.png lies elsewhere"));
    }

    [Fact]
    public void Saved_html_that_no_run_of_ours_made_is_cleaned()
    {
        var page = new HtmlParser().ParseDocument(made.Page);

        Assert.Equal("click me", page.QuerySelector(".output.prose b")!.TextContent);
        Assert.DoesNotContain(made.Files.All.Keys, file => file.Split('/')[0] is "scripts" or "live");
        Assert.DoesNotContain("html beside a drawing", made.Page);
    }

    [Fact]
    public void What_was_code_is_still_there_to_read()
    {
        var page = new HtmlParser().ParseDocument(made.Page);

        Assert.Contains("<script>window.xss = \"code\"</script>", page.QuerySelector("article .prose pre")!.TextContent);
        Assert.Contains("<script>window.xss = 'stream'</script>", page.QuerySelector("pre.stdout")!.TextContent);
        Assert.Contains("// </code></pre><script>", page.QuerySelector(".cell pre")!.TextContent);
    }

    [GeneratedRegex(@"^(#|assets/|index\.html|hostile\.html|https://evil\.example/(pixel|html)\.png$|drawings/)")]
    private static partial Regex Harmless { get; }
}

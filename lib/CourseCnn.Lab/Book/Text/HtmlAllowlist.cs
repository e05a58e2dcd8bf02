using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace CourseCnn.Lab.Book.Text;

/// <summary>What HTML a notebook's prose may hold: text, tables, links, pictures. Whatever is not named here is taken out.</summary>
static class HtmlAllowlist
{
    static readonly HtmlSanitizer sanitizer = Create();

    internal static IHtmlDocument Clean(string html)
    {
        var document = sanitizer.SanitizeDom(html);
        foreach (var element in document.QuerySelectorAll("[class]"))
        {
            // A notebook's text shall not dress up as a part of the page.
            var allowed = element.ClassList.Where(name => element.LocalName == "code" && IsOfCode(name)).ToList();
            element.RemoveAttribute("class");
            if (allowed.Count > 0)
                element.ClassName = string.Join(' ', allowed);
        }
        return document;
    }

    static bool IsOfCode(string name) => name is "math" or "display" || name.StartsWith("language-", StringComparison.Ordinal);

    static HtmlSanitizer Create()
    {
        string[] tags =
        [
            "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del",
            "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
            "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "ruby", "rp", "rt", "s", "samp", "section", "small", "span",
            "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul",
            "var", "wbr",
        ];
        string[] attributes =
        [
            "align", "alt", "class", "colspan", "dir", "headers", "height", "href", "lang", "open", "reversed", "rowspan", "scope", "src",
            "start", "style", "title", "width",
        ];
        return new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(attributes, StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(["text-align"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "data", "attachment"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        });
    }
}

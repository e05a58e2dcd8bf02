using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CourseCnn.Session.Assist;

/// <summary>Turns an XML comment into text to read: as Markdown, or plain.</summary>
sealed partial class DocumentationText(bool markdown)
{
    readonly StringBuilder text = new();

    /// <param name="comment">The <c>member</c> element.</param>
    /// <param name="markdown">Whether to write Markdown.</param>
    /// <param name="detailed">Whether to tell of more than the summary, parameters and result.</param>
    public static string Of(XElement comment, bool markdown, bool detailed)
    {
        var writer = new DocumentationText(markdown);
        writer.Paragraph(comment.Element("summary"));
        writer.List("Parameters", comment.Elements("param"), "name");
        writer.List("Type parameters", detailed ? comment.Elements("typeparam") : [], "name");
        writer.Section("Returns", comment.Element("returns"));
        writer.Section("Value", comment.Element("value"));
        writer.List("Throws", detailed ? comment.Elements("exception") : [], "cref");
        writer.Section("Remarks", detailed ? comment.Element("remarks") : null);
        writer.Section("Example", detailed ? comment.Element("example") : null);
        return writer.text.ToString().Trim();
    }

    void Paragraph(XElement? element)
    {
        if (element is not null)
            text.Append(Inline(element)).Append("\n\n");
    }

    void Section(string title, XElement? element)
    {
        if (element is null || Inline(element) is not { Length: > 0 } content)
            return;
        var beginsWithBlock = element.Elements().FirstOrDefault() is { Name.LocalName: "code" or "list" } first
            && first.NodesBeforeSelf().All(node => node is XText before && string.IsNullOrWhiteSpace(before.Value));
        text.Append(Title(title)).Append(beginsWithBlock ? "\n\n" : " ").Append(content).Append("\n\n");
    }

    void List(string title, IEnumerable<XElement> elements, string nameAttribute)
    {
        var items = elements.ToList();
        if (items.Count == 0)
            return;
        text.Append(Title(title)).Append(markdown ? "\n\n" : "\n");
        foreach (var item in items)
        {
            var name = ShortName((string?)item.Attribute(nameAttribute) ?? "");
            text.Append(markdown ? $"- {Code(name)}: " : $"  {name}: ").Append(Inline(item).ReplaceLineEndings(" ")).Append('\n');
        }

        text.Append('\n');
    }

    string Title(string title) => markdown ? $"**{title}:**" : $"{title}:";

    /// <summary>An element's content, its lines joined as a browser would, paragraphs kept.</summary>
    string Inline(XElement element)
    {
        var parts = element.Nodes().Select(node => node switch
        {
            XText plain => Spaces().Replace(plain.Value, " "),
            XElement child => Element(child),
            _ => "",
        });
        return Breaks().Replace(string.Concat(parts), "\n\n").Trim();
    }

    string Element(XElement element) => element.Name.LocalName switch
    {
        "see" or "seealso" => Reference(element),
        "paramref" or "typeparamref" => Code((string?)element.Attribute("name") ?? ""),
        "c" => Code(element.Value),
        "code" => markdown ? $"\n\n```csharp\n{Unindented(element.Value)}\n```\n\n" : $"\n\n{Unindented(element.Value)}\n\n",
        "para" => $"\n\n{Inline(element)}\n\n",
        "br" => "\n\n",
        "list" => "\n\n" + string.Concat(element.Elements("item").Select(item => $"- {Inline(item)}\n")) + "\n",
        _ => Inline(element),
    };

    string Reference(XElement element)
    {
        var target = ShortName((string?)element.Attribute("cref") ?? (string?)element.Attribute("langword") ?? "");
        var shown = element.Value.Length > 0 ? element.Value : target;
        if ((string?)element.Attribute("href") is { } link)
            return markdown ? $"[{(shown.Length > 0 ? shown : link)}]({link})" : shown.Length > 0 ? $"{shown} ({link})" : link;
        return Code(shown);
    }

    /// <summary>Lines of code without what the comment stands in.</summary>
    static string Unindented(string code)
    {
        var lines = code.ReplaceLineEndings("\n").TrimEnd().Split('\n').ToList();
        // What stands right behind the tag has no indent of its own.
        var first = lines[0].TrimStart();
        lines.RemoveAt(0);
        var written = lines.Where(line => line.Trim().Length > 0);
        var indent = written.Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : "").Prepend(first)).Trim('\n');
    }

    string Code(string code) => markdown && code.Length > 0 ? $"`{code}`" : code;

    /// <summary><c>M:System.Console.WriteLine(System.String)</c> is shown as <c>Console.WriteLine</c>.</summary>
    static string ShortName(string id)
    {
        var isMember = id.Length > 2 && id[1] == ':' && id[0] is not ('T' or 'N' or '!');
        var name = id.Length > 1 && id[1] == ':' ? id[2..] : id;
        name = Arity().Replace(name.Split('(')[0], "");
        var parts = name.Split('.');
        return isMember && parts.Length > 1 ? $"{parts[^2]}.{parts[^1]}".Replace(".#ctor", "", StringComparison.Ordinal) : parts[^1];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ ]*\n[\s]*\n[ ]*")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}

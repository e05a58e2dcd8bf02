using System.Globalization;
using System.Text;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>Names for a page's headings, each once: small letters and hyphens.</summary>
sealed class Anchors
{
    /// <summary>Names that the page itself uses.</summary>
    readonly HashSet<string> taken = ["content", "chapters", "contents", "search", "run-it", "search-results"];

    internal string Add(string heading)
    {
        var name = Of(heading);
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        return unique;
    }

    /// <summary>The name of a heading, however a link to it is spelt: Jupyter, GitHub and VS Code differ in capitals and hyphens.</summary>
    internal static string Of(string heading)
    {
        var name = new StringBuilder();
        foreach (var letter in heading.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
                name.Append(letter);
            else if ((char.IsWhiteSpace(letter) || letter is '-' or '_') && name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }
        return name.ToString().TrimEnd('-') is { Length: > 0 } found ? found : "section";
    }
}

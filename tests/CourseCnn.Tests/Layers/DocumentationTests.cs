using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace CourseCnn.Tests.Layers;

/// <summary>
/// Runs the examples of the library's documentation. What stands behind <c>// → </c> is what the expression before it must show.
/// </summary>
public class DocumentationTests
{
    const string Arrow = "// → ";

    static readonly Dictionary<string, string> Examples =
        XDocument.Load(Path.ChangeExtension(typeof(Module).Assembly.Location, ".xml"))
            .Descendants("member")
            .Where(member => member.Descendants("example").Any())
            .ToDictionary(
                member => member.Attribute("name")!.Value, member => string.Join("\n", member.Descendants("example").Select(Code)));

    static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(Module).Assembly)
        .WithImports("System", "System.Linq", "System.Collections.Generic", "CourseCnn", "CourseCnn.Plots");

    public static TheoryData<string> All => [.. Examples.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Layers =>
        [.. typeof(Module).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Module))).Select(type => type.FullName!)];

    [Theory, MemberData(nameof(All))]
    public async Task An_example_shows_what_it_says(string member)
    {
        ScriptState<object>? state = null;
        foreach (var (code, expected) in Steps(Examples[member]))
        {
            state = state is null ? await CSharpScript.RunAsync(code, Options) : await state.ContinueWithAsync(code);
            if (expected is not null)
                Assert.Equal(expected, state.ReturnValue?.ToString());
        }

        Assert.NotNull(state);
    }

    [Theory, MemberData(nameof(Layers))]
    public void Every_layer_has_an_example_that_shows_something(string type) =>
        Assert.Contains(Arrow, Examples.GetValueOrDefault($"T:{type}", ""));

    /// <summary>The code up to each expected output, and that output; null behind the last.</summary>
    static IEnumerable<(string Code, string? Expected)> Steps(string example)
    {
        var (code, expected) = (new StringBuilder(), new List<string>());
        foreach (var line in example.Split('\n').Append(""))
        {
            if (line.StartsWith(Arrow, StringComparison.Ordinal))
            {
                expected.Add(line[Arrow.Length..]);
                continue;
            }

            if (expected.Count > 0)
            {
                yield return (code.ToString(), string.Join("\n", expected));
                code.Clear();
                expected.Clear();
            }

            code.AppendLine(line);
        }

        if (code.ToString().Trim() != "")
            yield return (code.ToString(), null);
    }

    /// <summary>An example without the indentation that the documentation gives it.</summary>
    static string Code(XElement example)
    {
        var lines = example.Element("code")!.Value.Trim('\r', '\n').Split('\n').Select(line => line.TrimEnd()).ToList();
        var indentation = lines.Where(line => line != "").Min(line => line.Length - line.TrimStart().Length);
        return string.Join("\n", lines.Select(line => line.Length < indentation ? "" : line[indentation..])).Trim();
    }
}

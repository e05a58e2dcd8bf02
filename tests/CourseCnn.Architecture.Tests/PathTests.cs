using System.Text.RegularExpressions;

namespace CourseCnn.Architecture.Tests;

/// <summary>
/// What the documents name lies where they say. Files that a recipe has its reader write are not there yet, and are named here.
/// </summary>
public partial class PathTests
{
    static readonly string[] yetToBeWritten =
    [
        "lib/CourseCnn/Layers/Activations/Hardtanh.cs",
        "lib/CourseCnn/Figures/Diagrams/RangeDrawing.cs",
        "lib/CourseCnn/Figures/Plots/Plots.Range.cs",
        "lib/CourseCnn/Questions/PoolingExercise.cs",
        "lib/CourseCnn/Compute/Convolution/Naive",
        "notebooks/05-my-subject.ipynb",
    ];

    public static TheoryData<string> Documents =>
    [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "THIRD-PARTY-NOTICES.md",
        "docs/architecture.md", "docs/benchmarks.md",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_a_document_names_is_there(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        var text = File.ReadAllText(Repository.PathOf(document));

        var named = Named().Matches(text).Select(match => match.Groups["path"].Value).Except(yetToBeWritten).Select(Repository.PathOf);
        var linked = Linked().Matches(text).Select(match => Path.Combine(folder, match.Groups["path"].Value));
        var missing = named.Concat(linked)
            .Where(path => !Path.Exists(path))
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .ToArray();

        Assert.True(missing.Length == 0, $"{document} names what is not there: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Ten_questions_have_answers_with_paths()
    {
        var questions = File.ReadAllLines(Repository.PathOf("CONTRIBUTING.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("? |", StringComparison.Ordinal))
            .ToArray();

        Assert.Equal(10, questions.Length);
        Assert.All(questions, line => Assert.Matches(Named(), line));
    }

    [Fact]
    public void What_a_recipe_writes_is_not_there_yet() =>
        Assert.All(yetToBeWritten, path => Assert.False(Path.Exists(Repository.PathOf(path)), $"{path} is there: choose another example."));

    /// <summary>A path in code quotes that starts at the root, or the path that a command in them names.</summary>
    [GeneratedRegex(@"`[^`\n]*?(?<path>(?:lib|tests|docs|notebooks|img|\.ci|\.github)/[\w./-]*\w)")]
    private static partial Regex Named();

    /// <summary>A link to a file: not to another site, not within the page.</summary>
    [GeneratedRegex(@"\]\((?<path>(?!https?:)[^)#]+)")]
    private static partial Regex Linked();
}

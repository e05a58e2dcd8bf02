using System.Text;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Notebooks.Files;

namespace CourseCnn.Lab.Tests.Notebooks;

public class NotebookReaderTests
{
    [Theory]
    [InlineData("empty.ipynb", "is empty")]
    [InlineData("text.ipynb", "is not a notebook but some other text, starting with: Shopping list")]
    [InlineData("truncated.ipynb", "breaks off in line 46, in the middle")]
    [InlineData("typo.ipynb", "is not valid JSON in line 68 (\"nbformat\": 4;). Repair")]
    [InlineData("doubled.ipynb", "names a member twice")]
    [InlineData("conflict.ipynb", "holds an unresolved merge conflict in line 7")]
    [InlineData("array.ipynb", "is JSON, but not a notebook")]
    [InlineData("other-json.ipynb", "is JSON, but not a notebook")]
    [InlineData("no-cells.ipynb", "its list of \"cells\" is missing")]
    [InlineData("damaged-cell.ipynb", "entry 2 of its \"cells\" has no \"cell_type\"")]
    [InlineData("not-utf8.ipynb", "is not UTF-8 text")]
    [InlineData("format-3.ipynb", "is in notebook format 3, and this program reads format 4. Upgrade it with: jupyter nbconvert")]
    [InlineData("format-5.ipynb", "is in notebook format 5, which is newer")]
    [InlineData("python.ipynb", "is a notebook in Python, and this program runs C#")]
    public void What_is_no_csharp_notebook_gets_a_sentence_that_names_it(string fixture, string expected)
    {
        var error = Assert.Throws<NotebookException>(() => NotebookFile.Load(Fixtures.Notebook(fixture), fixture));

        Assert.StartsWith(fixture, error.Message);
        Assert.Contains(expected, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("""{"cells": [], "metadata": {}, "nbformat_minor": 5}""", "does not say which notebook format")]
    [InlineData("""{"cells": [], "metadata": {}, "nbformat": "4"}""", "does not say which notebook format")]
    [InlineData("""{"cells": {}, "metadata": {}, "nbformat": 4}""", "list of \"cells\" is missing")]
    [InlineData("""{"cells": [3], "metadata": {}, "nbformat": 4}""", "entry 1 of its \"cells\" is not an object")]
    [InlineData("""{"cells": [{"cell_type": "code", "source": 7}], "nbformat": 4}""", "has no readable \"source\"")]
    [InlineData("""{"cells": [{"cell_type": "code", "source": "\ud83d"}], "nbformat": 4}""", "has no readable \"source\"")]
    [InlineData("""{"\ud83d": 1}""", "lone surrogate")]
    [InlineData("{", "breaks off in line 1")]
    [InlineData("{\"cells\": \"…", "breaks off in line 1")]
    [InlineData("{}}", "is not valid JSON in line 1")]
    [InlineData(" \n\t", "is empty")]
    public void Damaged_notebooks_get_a_sentence(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<NotebookException>(() => Read(text)).Message);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kernelspec": {"name": "coursecnn"}}""")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp", "language": "C#"}, "language_info": {"name": "polyglot-notebook"}}""")]
    [InlineData("""{"kernelspec": {"name": "whatever", "language": "csharp"}}""")]
    [InlineData("""{"language_info": {"name": "C#"}}""")]
    [InlineData("""{"language_info": {"name": "polyglot-notebook"}}""")]
    [InlineData("""{"kernelspec": {"name": ""}}""")]
    [InlineData("""{"kernelspec": 3}""")]
    public void CSharp_and_undeclared_languages_are_accepted(string metadata) => Assert.Empty(Read(WithMetadata(metadata)).Cells);

    [Theory]
    [InlineData("""{"kernelspec": {"name": "python3"}}""", "a notebook in Python")]
    [InlineData("""{"kernelspec": {"name": ".net-fsharp", "language": "F#"}}""", "a notebook in F#")]
    [InlineData("""{"language_info": {"name": "julia"}}""", "a notebook in Julia")]
    [InlineData("""{"kernelspec": {"name": "brainstorm"}}""", "a notebook in brainstorm")]
    [InlineData("""{"polyglot_notebook": {"kernelInfo": {"defaultKernelName": "pwsh"}}}""", "a notebook in PowerShell")]
    public void Other_languages_are_named(string metadata, string expected) =>
        Assert.Contains(expected, Assert.Throws<NotebookException>(() => Read(WithMetadata(metadata))).Message);

    [Fact]
    public void Deeply_nested_json_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));

        Assert.Empty(Read(WithMetadata($$"""{"deep": {{deep}}}""")).Cells);
    }

    static string WithMetadata(string metadata) => $$"""{"cells": [], "metadata": {{metadata}}, "nbformat": 4, "nbformat_minor": 5}""";

    static Notebook Read(string text) => NotebookReader.Read(Encoding.UTF8.GetBytes(text), "x.ipynb");
}

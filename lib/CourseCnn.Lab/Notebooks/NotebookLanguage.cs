using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;

namespace CourseCnn.Lab.Notebooks;

/// <summary>Which language a notebook or a cell is in, told by what Jupyter, VS Code and .NET Interactive note down.</summary>
static class NotebookLanguage
{
    static readonly HashSet<string> CSharp = new(StringComparer.OrdinalIgnoreCase) { "C#", "csharp", ".net-csharp", "coursecnn" };

    /// <summary>Names that say only that several languages are possible.</summary>
    static readonly HashSet<string> Undecided = new(StringComparer.OrdinalIgnoreCase) { "polyglot-notebook", "dotnet-interactive" };

    static readonly Dictionary<string, string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fsharp"] = "F#",
        ["f#"] = "F#",
        [".net-fsharp"] = "F#",
        ["pwsh"] = "PowerShell",
        [".net-powershell"] = "PowerShell",
        ["python"] = "Python",
        ["python3"] = "Python",
        ["javascript"] = "JavaScript",
        ["julia"] = "Julia",
        ["sql"] = "SQL",
        ["kql"] = "KQL",
        ["ir"] = "R",
    };

    /// <summary>Throws unless the notebook is in C# or does not say what it is in.</summary>
    internal static void Check(JsonObject notebook, string name)
    {
        string?[] hints =
        [
            JsonText.At(notebook, "metadata", "kernelspec", "language"),
            JsonText.At(notebook, "metadata", "kernelspec", "name"),
            JsonText.At(notebook, "metadata", "polyglot_notebook", "kernelInfo", "defaultKernelName"),
            JsonText.At(notebook, "metadata", "language_info", "name"),
        ];
        var hint = hints.FirstOrDefault(hint => !string.IsNullOrEmpty(hint) && !Undecided.Contains(hint));
        if (hint is not null && !CSharp.Contains(hint))
            throw new NotebookException(
                $"{name} is a notebook in {Title(hint)}, and this program runs C#. " +
                "If its cells are C#, choose a C# kernel for it in Jupyter or VS Code and save it.");
    }

    /// <summary>What a C# session is to run for a cell, or null if the cell is in a language it does not speak.</summary>
    internal static string? Code(NotebookCell cell) => cell.Language switch
    {
        null => cell.Source,
        "markdown" or "html" => $"#!{cell.Language}\n{cell.Source}",
        var language => CSharp.Contains(language) || Undecided.Contains(language) ? cell.Source : null,
    };

    internal static string Title(string language) => Titles.GetValueOrDefault(language, language);
}

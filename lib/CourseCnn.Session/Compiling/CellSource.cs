namespace CourseCnn.Session.Compiling;

/// <summary>One cell as it was run.</summary>
/// <param name="Name">Its name in error reports: <c>cell 3</c>.</param>
/// <param name="Path">Its name in debug information: as if it were a file in the notebook's folder.</param>
/// <param name="Code">Its text.</param>
sealed record CellSource(string Name, string Path, string Code)
{
    /// <summary>The text of a line, counted from 1, or null.</summary>
    public string? Line(int number)
    {
        var lines = Code.ReplaceLineEndings("\n").Split('\n');
        return number >= 1 && number <= lines.Length ? lines[number - 1] : null;
    }
}

namespace CourseCnn.Architecture.Tests.Notices;

/// <summary>A row of a table in the notices: what stands in its first column, without quotes, and all its columns.</summary>
sealed record NoticeRow(string Name, string[] Cells)
{
    public string Licence => Cells[1];

    /// <summary>The licences in the second column: <c>BSD-3-Clause AND IJG</c> are two.</summary>
    public IEnumerable<string> Licences => Licence.Split([" AND ", " OR ", " WITH "], StringSplitOptions.TrimEntries);

    public string Last => Cells[^1].Trim('`');
}

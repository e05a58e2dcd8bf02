using CourseCnn.Layers.Arguments;

namespace CourseCnn.Summaries;

/// <summary>How a summary's table is to look.</summary>
sealed record SummaryOptions(int Depth, IReadOnlyList<SummaryColumn> Columns, int ColumnWidth, bool Branching)
{
    /// <summary>Reports what no table can be made of.</summary>
    public void Check()
    {
        Require.AtLeast("Summary", "depth", Depth, 1, "3");
        Require.AtLeast("Summary", "columnWidth", ColumnWidth, 1, "25");
        foreach (var column in Columns)
            if (!Enum.IsDefined(column))
                throw new ArgumentException(
                    $"There is no column {column:D}: choose from {string.Join(", ", Enum.GetNames<SummaryColumn>())}.");
    }
}

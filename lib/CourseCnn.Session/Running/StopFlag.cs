using System.ComponentModel;

namespace CourseCnn.Session.Running;

/// <summary>Says whether one cell is to stop. Nothing that a learner writes; public, since compiled cells read it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StopFlag
{
    /// <summary>Whether the cell is to stop: each turn of a loop looks at it.</summary>
    public volatile bool Stopped;

    internal StopFlag(CellContext? cell) => Cell = cell;

    /// <summary>Of code that belongs to no cell.</summary>
    internal static StopFlag Never { get; } = new(null);

    internal CellContext? Cell { get; }
}

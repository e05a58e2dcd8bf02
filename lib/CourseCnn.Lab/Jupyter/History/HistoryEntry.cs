namespace CourseCnn.Lab.Jupyter.History;

/// <summary>A cell that was run.</summary>
/// <param name="Session">The kernel that ran it, counted over all kernels of this user, from 1.</param>
/// <param name="Line">Its number there.</param>
/// <param name="Input">Its code.</param>
/// <param name="Output">Its value as plain text, if it had one.</param>
sealed record HistoryEntry(int Session, int Line, string Input, string? Output);

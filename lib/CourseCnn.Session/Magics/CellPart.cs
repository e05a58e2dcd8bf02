namespace CourseCnn.Session.Magics;

/// <summary>A piece of a cell: C# code, or a magic command.</summary>
/// <param name="Magic">The command, or null for code.</param>
/// <param name="Code">The code, with empty lines before it so that its line numbers are the cell's; or the text under the command.</param>
sealed record CellPart(MagicLine? Magic, string Code);

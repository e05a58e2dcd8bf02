namespace CourseCnn.Session.Contract;

/// <summary>What a name means: its signature and what its author wrote about it.</summary>
/// <param name="Text">For a terminal.</param>
/// <param name="Markdown">For a notebook.</param>
public sealed record Inspection(string Text, string Markdown);

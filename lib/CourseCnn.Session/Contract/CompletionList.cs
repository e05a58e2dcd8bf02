namespace CourseCnn.Session.Contract;

/// <summary>What the word at a place may become, best first.</summary>
/// <param name="Start">Where the word to be replaced starts, as an index into the code.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Items">The suggestions.</param>
public sealed record CompletionList(int Start, int End, IReadOnlyList<Completion> Items);

namespace CourseCnn.Session.Contract;

/// <summary>What goes over a line between a cell and the page that shows it, in either direction.</summary>
/// <param name="Kind">What happens to the line.</param>
/// <param name="Id">The line's name.</param>
/// <param name="Target">What it is for; said when it is opened.</param>
/// <param name="Data">What is said, a JSON document.</param>
public sealed record CommMessage(CommKind Kind, string Id, string? Target, string Data);

namespace CourseCnn.Lab.Workers;

/// <summary>A message between the program and a worker.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Number">The number of the request it is, or belongs to.</param>
/// <param name="Parts">All else.</param>
sealed record Message(MessageKind Kind, int Number, params IReadOnlyList<string?> Parts);

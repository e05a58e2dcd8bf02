namespace CourseCnn.Session.Contract;

/// <summary>One suggestion.</summary>
/// <param name="Text">What to write.</param>
/// <param name="Kind">What it is, in lower case: <c>method</c>, <c>class</c>, <c>keyword</c>, <c>local</c>…</param>
public sealed record Completion(string Text, string Kind);

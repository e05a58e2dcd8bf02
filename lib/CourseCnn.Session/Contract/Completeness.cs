namespace CourseCnn.Session.Contract;

/// <summary>Whether code is ready to run.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Indent">What the next line starts with, where the code goes on.</param>
public sealed record Completeness(CodeState State, string Indent = "");

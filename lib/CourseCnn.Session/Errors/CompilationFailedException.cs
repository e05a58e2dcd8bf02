using Microsoft.CodeAnalysis;

namespace CourseCnn.Session.Errors;

/// <summary>A cell does not compile.</summary>
sealed class CompilationFailedException(IEnumerable<Diagnostic> errors) : Exception("The cell does not compile.")
{
    /// <summary>The compiler's errors, in order of their lines.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; } = [.. errors.OrderBy(error => error.Location.SourceSpan.Start)];
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseCnn.Session.Compiling;

/// <summary>A cell does not compile.</summary>
sealed class CompilationFailedException(CSharpCompilation compilation, IEnumerable<Diagnostic> errors)
    : Exception("The cell does not compile.")
{
    /// <summary>What the compiler knows of the cell.</summary>
    public CSharpCompilation Compilation { get; } = compilation;

    /// <summary>The compiler's errors, in order of their lines.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; } = [.. errors.OrderBy(error => error.Location.SourceSpan.Start)];
}

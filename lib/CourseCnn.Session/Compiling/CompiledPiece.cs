using Microsoft.CodeAnalysis.CSharp;

namespace CourseCnn.Session.Compiling;

/// <summary>A piece of a cell that is compiled, whether or not its turn has come.</summary>
/// <param name="Compilation">What the compiler knows of it; it leads to the pieces before.</param>
/// <param name="Entry">Runs it, given all pieces' variables; null where there is nothing to run, as in usings alone.</param>
/// <param name="Value">The expression with a value that it ends in; null where it ends otherwise.</param>
sealed record CompiledPiece(CSharpCompilation Compilation, Func<object?[], Task<object?>>? Entry, string? Value);

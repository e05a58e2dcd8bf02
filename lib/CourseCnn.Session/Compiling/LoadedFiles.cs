using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CourseCnn.Session.Compiling;

/// <summary>Finds what <c>#load</c> names, and keeps it, so that an error in a loaded file can show its line.</summary>
sealed class LoadedFiles(string workingFolder, CellSources sources) : SourceFileResolver([], workingFolder)
{
    readonly string workingFolder = workingFolder;

    public override SourceText ReadText(string resolvedPath)
    {
        var text = base.ReadText(resolvedPath);
        sources.AddFile(new CellSource(Path.GetRelativePath(workingFolder, resolvedPath), resolvedPath, text.ToString()));
        return text;
    }
}

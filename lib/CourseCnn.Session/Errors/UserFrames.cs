using System.Diagnostics;
using CourseCnn.Session.Compiling;

namespace CourseCnn.Session.Errors;

/// <summary>Picks the learner's own lines out of a stack trace.</summary>
static class UserFrames
{
    /// <summary>A deep recursion is told by its first lines.</summary>
    const int Most = 8;

    public static IReadOnlyList<UserFrame> In(StackTrace trace, CellSources sources) =>
    [
        .. (from frame in trace.GetFrames()
            let cell = sources.Find(frame.GetFileName())
            where cell is not null && frame.GetFileLineNumber() > 0
            select new UserFrame(cell, frame.GetFileLineNumber())).Distinct().Take(Most),
    ];
}

using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using CourseCnn.Session.Contract;
using CourseCnn.Session.References;
using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Running;

/// <summary>
/// An exception on a thread that a cell started and nobody watches ends that thread, not the process with all its variables.
/// </summary>
static class UnobservedExceptions
{
    static readonly Lock installing = new();
    static bool installed;

    /// <summary>Takes the process's unhandled exceptions over, once.</summary>
    public static void Install()
    {
        lock (installing)
        {
            if (installed)
                return;
            installed = true;
            ExceptionHandling.SetUnhandledExceptionHandler(Tell);
        }
    }

    /// <summary>Writes to the cell that the running code belongs to, unless that was stopped. False where it belongs to none.</summary>
    public static bool Tell(Exception exception)
    {
        if (exception is CellStoppedException)
            return true;
        // A timer, or a thread of the pool, has left its cell by the time its exception gets here: the latest cell is told.
        if ((CellContext.Current ?? (IsOfCells(exception) ? CellContext.Latest : null)) is not { } cell)
            return false;
        cell.Output.Write(
            OutputStream.Error, $"Nobody awaited what failed: {Thrown.Name(exception)}: {Thrown.Message(exception)}{Environment.NewLine}");
        return true;
    }

    /// <summary>
    /// Whether code of cells, or of a library they loaded, was under way: the program's own errors are not to be glossed over.
    /// </summary>
    static bool IsOfCells(Exception exception) => new StackTrace(exception).GetFrames().Any(frame =>
        frame.GetMethod()?.Module.Assembly is { } assembly && AssemblyLoadContext.GetLoadContext(assembly) is SessionAssemblies);
}

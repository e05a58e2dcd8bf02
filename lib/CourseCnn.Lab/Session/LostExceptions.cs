using System.Runtime.ExceptionServices;

namespace CourseCnn.Lab.Session;

/// <summary>An exception on a thread that a cell started and nobody watches ends that thread, not the process with all its variables.</summary>
static class LostExceptions
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

    /// <summary>Writes to the cell that the running code belongs to. False outside of any cell.</summary>
    public static bool Tell(Exception exception)
    {
        if (CellContext.Current is not { } cell)
            return false;
        cell.Output.Write(OutputStream.Error, $"Nobody awaited what failed: {exception.GetType().Name}: {exception.Message}{Environment.NewLine}");
        return true;
    }
}

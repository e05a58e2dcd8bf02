using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CourseCnn.Session.Running;

/// <summary>
/// What the weaver puts into a learner's code: looks whether the cell is to stop and whether the stack nearly ends.
/// Nothing that a learner writes; public, since compiled cells call it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    /// <summary>How many bytes above <see cref="StackFloor"/> belong to the same thread's stack for certain.</summary>
    public const int SafeStack = 8 << 20;

    /// <summary>
    /// So many bytes less are for async methods. What fails in one is thrown again by each that awaits it, with all the calls so far:
    /// the time that takes grows with the square of the depth.
    /// </summary>
    public const int AsyncReserve = SafeStack - (3 << 19);

    /// <summary>
    /// For so many milliseconds after it threw, a function's beginning lets pass what cleans up: <c>finally</c> and <c>Dispose</c>. They
    /// call functions while the failing ones are still on the stack; throwing anew in each of thousands takes time that grows with the
    /// square of their number.
    /// </summary>
    public const int Leniency = 1000;

    /// <summary>So many bytes below the floor are for cleaning up.</summary>
    const int CleaningStack = SafeStack / 2;

    /// <summary>Whether some cell is to stop: functions that call nothing look at it when they begin.</summary>
    public static volatile bool Wanted;

    /// <summary>
    /// The lowest address that code of the cell may use on the thread whose turn it is. What is not within <see cref="SafeStack"/> above
    /// it, being on another thread or close to the end, takes the longer way through <see cref="Enter"/>. Zero while a cell is to stop.
    /// </summary>
    public static nuint StackFloor;

    /// <summary>The number of the call into a library that began last (<see cref="CallSites"/>).</summary>
    public static int LastCall;

    /// <summary>This thread's floor; zero on threads that are not a cell's own.</summary>
    [ThreadStatic]
    static nuint ownFloor;

    /// <summary>When this thread's stack was last found full, in milliseconds.</summary>
    [ThreadStatic]
    static long fullAt;

    /// <summary>The flag of the cell that the calling code belongs to: a function with loops asks for it when it begins.</summary>
    public static StopFlag Flag() => CellContext.Current?.Flag ?? StopFlag.Never;

    /// <summary>What a loop throws that finds its flag set.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="loop">
    /// The loop's number: the optimiser has one place throw for all that would throw the same, and an error would name another loop's line.
    /// </param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Exception Stopped(StopFlag flag, int loop) => flag.Cell!.Stopped();

    /// <summary>A short function's beginning, while <see cref="Wanted"/>.</summary>
    /// <exception cref="OperationCanceledException">The cell that the code belongs to is to stop.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Pass() => StopSignal.ThrowIfStopped();

    /// <summary>A function's beginning, not known to be well within its stack.</summary>
    /// <param name="address">The address of a variable of the function.</param>
    /// <exception cref="OperationCanceledException">The cell that the code belongs to is to stop.</exception>
    /// <exception cref="InsufficientExecutionStackException">There is little left of the thread's stack.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Enter(nuint address)
    {
        if (Wanted)
            StopSignal.ThrowIfStopped();
        if (ownFloor == 0 ? !RuntimeHelpers.TryEnsureSufficientExecutionStack() : address < ownFloor && !IsCleaningUp(address))
        {
            fullAt = Environment.TickCount64;
            throw new InsufficientExecutionStackException("Calls are nested too deeply: the stack is full.");
        }

        if (StackFloor == 0 && ownFloor != 0)
            StopSignal.OfferFloor(ownFloor);
    }

    static bool IsCleaningUp(nuint address) =>
        address >= ownFloor - CleaningStack && fullAt != 0 && Environment.TickCount64 - fullAt < Leniency;

    /// <summary>Tells where the stack of the calling thread, a cell's own, begins.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static unsafe void BeginThread()
    {
        byte here;
        // What is left below is for the libraries that the last call calls, and for throwing.
        ownFloor = (nuint)(&here) - SafeStack;
        StopSignal.TakeFloor(ownFloor);
    }

    /// <summary>The calling thread ends: its addresses may soon be another's.</summary>
    internal static void EndThread()
    {
        fullAt = 0;
        StopSignal.Forget();
        StopSignal.ReturnFloor(ownFloor);
        ownFloor = 0;
    }
}

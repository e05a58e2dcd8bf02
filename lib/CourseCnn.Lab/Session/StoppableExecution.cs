using System.Diagnostics;
using System.Runtime;
using System.Runtime.ExceptionServices;

namespace CourseCnn.Lab.Session;

/// <summary>
/// Runs a cell so that it can be stopped wherever it is, also in <c>while (true) {}</c>: each piece of it, the first one and every
/// continuation after an <c>await</c>, runs on a thread of its own under <see cref="ControlledExecution"/>, which aborts the thread.
/// Having many threads, it lets a cell wait for its own tasks (<c>.Result</c>) without a deadlock.
/// </summary>
sealed class StoppableExecution(CancellationToken stop) : SynchronizationContext
{
    /// <summary>How long a piece may take to notice that it is to stop: native code cannot be aborted.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(3);

    /// <summary>A thread that sleeps or waits is woken after this long, if the abort alone has not.</summary>
    static readonly TimeSpan nudge = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// So long, code that is to stop may end by itself where it writes: aborting a thread amid the runtime's own work is not without risk.
    /// </summary>
    static readonly TimeSpan grace = TimeSpan.FromMilliseconds(50);

    /// <summary>Deep recursion is a lesson, too: twice what a thread usually gets on Linux.</summary>
    const int StackSize = 16 << 20;

    readonly CancellationToken stop = stop;
    readonly CancellationTokenSource abort = new();
    readonly HashSet<Thread> running = [];

    /// <summary>What ended the code. It gathers where on its way out: a thread that is being aborted should not be asked for more.</summary>
    Exception? stoppedBy;

    /// <summary>Where the code was when it was stopped, if it was running.</summary>
    public StackTrace? StoppedAt => stoppedBy is null ? null : new StackTrace(stoppedBy, fNeedFileInfo: true);

    /// <summary>Whether the code did not react to being stopped and runs on in the background.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Runs <paramref name="work"/> to its end.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        stop.ThrowIfCancellationRequested();
        var ended = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = stop.UnsafeRegister(_ => ThreadPool.UnsafeQueueUserWorkItem(_ => Stop(ended), null), null);
        Post(_ => Begin(work).ContinueWith(
            task =>
            {
                if (!stop.IsCancellationRequested)
                    ended.TrySetFromTask(task);
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default), null);
        return await ended.Task.ConfigureAwait(false);
    }

    /// <summary>Ends the cell whose code calls it, if it is to stop.</summary>
    /// <exception cref="OperationCanceledException">It is.</exception>
    public static void ThrowIfStopped() => (Current as StoppableExecution)?.stop.ThrowIfCancellationRequested();

    /// <summary>What fails before there is a task fails as the task would.</summary>
    static async Task<T> Begin<T>(Func<Task<T>> work) => await work();

    public override void Post(SendOrPostCallback d, object? state) =>
        new Thread(() => Execute(d, state), StackSize) { IsBackground = true, Name = "cell" }.Start();

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current == this)
            d(state);
        else
            base.Send(d, state);
    }

    public override SynchronizationContext CreateCopy() => this;

    void Execute(SendOrPostCallback callback, object? state)
    {
        lock (running)
            running.Add(Thread.CurrentThread);
        SetSynchronizationContext(this);
        try
        {
            ControlledExecution.Run(() => callback(state), abort.Token);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Whoever awaits RunAsync is told by Stop.
        }
        catch (Exception exception)
        {
            // Only an `async void` method gets here: there is nobody to await it.
            LostExceptions.Tell(exception);
        }
        finally
        {
            lock (running)
            {
                running.Remove(Thread.CurrentThread);
                Monitor.PulseAll(running);
            }
        }
    }

    void Stop<T>(TaskCompletionSource<T> ended)
    {
        AppDomain.CurrentDomain.FirstChanceException += NoteWhereItStops;
        if (!Ended(grace))
        {
            // Aborting waits for the thread to react, so it happens aside.
            ThreadPool.UnsafeQueueUserWorkItem(_ => abort.Cancel(), null);
            GaveUp = !Ended(nudge) && !Ended(patience);
        }

        AppDomain.CurrentDomain.FirstChanceException -= NoteWhereItStops;
        ended.TrySetCanceled(stop);
    }

    void NoteWhereItStops(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (Current == this && (e.Exception is ThreadAbortException or ThreadInterruptedException
            || (e.Exception is OperationCanceledException cancelled && cancelled.CancellationToken == stop)))
            stoppedBy ??= e.Exception;
    }

    /// <summary>Whether all threads ended within a time; those that sleep are woken first.</summary>
    bool Ended(TimeSpan within)
    {
        var watch = Stopwatch.StartNew();
        lock (running)
        {
            while (running.Count > 0 && within - watch.Elapsed is { Ticks: > 0 } left)
            {
                if (within > nudge)
                    foreach (var thread in running)
                        thread.Interrupt();
                Monitor.Wait(running, left);
            }

            return running.Count == 0;
        }
    }
}

using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace CourseCnn.Session.Running;

/// <summary>
/// Runs a cell so that it can be stopped: each piece of it, the first one and every continuation after an <c>await</c>, runs on a thread of
/// its own. Its own code stops at the next <see cref="Checkpoint"/>, what sleeps or waits is woken, and what does neither, one
/// endless call of a library, is left behind.
/// Having many threads, it lets a cell wait for its own tasks (<c>.Result</c>) without a deadlock.
/// </summary>
sealed class StoppableExecution(CancellationToken stop) : SynchronizationContext
{
    /// <summary>How long a piece may take to notice that it is to stop.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(3);

    /// <summary>So long, code may end by itself; then a thread that sleeps or waits is woken.</summary>
    static readonly TimeSpan grace = TimeSpan.FromMilliseconds(50);

    /// <summary>A thread may wait more than once on its way out, so it is woken again after this long.</summary>
    static readonly TimeSpan nudge = TimeSpan.FromMilliseconds(50);

    /// <summary>Deep recursion is a lesson, too: a learner's code gets half of it, what a program usually gets on Linux.</summary>
    const int StackSize = 2 * Checkpoint.SafeStack;

    readonly CancellationToken stop = stop;
    readonly HashSet<Thread> running = [];
    CellContext? cell;

    /// <summary>What ended the code on a thread of the cell's own, and elsewhere.</summary>
    Exception? stoppedBy, stoppedElsewhere;

    /// <summary>Whether some code of the cell has ended at a checkpoint.</summary>
    volatile bool someStopped;

    /// <summary>Where the code was when it was stopped, if it was running.</summary>
    public StackTrace? StoppedAt =>
        (stoppedBy ?? stoppedElsewhere) is { } exception ? new StackTrace(exception, fNeedFileInfo: true) : null;

    /// <summary>Whether the code did not react to being stopped and runs on in the background.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The call that did not return, where that is known: where other threads called libraries, too, it is not.</summary>
    public CallSite? StuckIn { get; private set; }

    /// <summary>Runs <paramref name="work"/> to its end.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        stop.ThrowIfCancellationRequested();
        cell = CellContext.Current;
        if (cell is not null)
            cell.Stopping = NoteWhereItStops;
        var ended = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        // The pool may be full of what is to be stopped.
        using var registration = stop.UnsafeRegister(
            _ => new Thread(() => Stop(ended)) { IsBackground = true, Name = "stopping a cell" }.UnsafeStart(), null);
        Post(_ => Begin(work).ContinueWith(
            task =>
            {
                if (!stop.IsCancellationRequested)
                    ended.TrySetFromTask(task);
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default), null);
        return await ended.Task;
    }

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
        SetSynchronizationContext(this);
        Checkpoint.BeginThread();
        lock (running)
            running.Add(Thread.CurrentThread);
        // What goes on after it was stopped, a continuation of something awaited, is to notice at its first checkpoint.
        var signal = stop.IsCancellationRequested ? StopSignal.Raise(cell) : null;
        try
        {
            callback(state);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Stop tells the one who awaits RunAsync.
        }
        catch (Exception exception)
        {
            // Only an `async void` method gets here: there is nobody to await it.
            UnobservedExceptions.Tell(exception);
        }
        finally
        {
            while (!TryLeave())
            {
                // Woken once more.
            }

            signal?.Dispose();
            Checkpoint.EndThread();
        }
    }

    /// <summary>From then on the calling thread is not woken any more. False where it was woken instead.</summary>
    bool TryLeave()
    {
        try
        {
            lock (running)
            {
                running.Remove(Thread.CurrentThread);
                Monitor.PulseAll(running);
            }

            // A wake-up that has come but found nothing to wake would disturb what the thread still has to do.
            if (stop.IsCancellationRequested)
                Thread.Sleep(1);
            return true;
        }
        catch (ThreadInterruptedException)
        {
            return false;
        }
    }

    void Stop<T>(TaskCompletionSource<T> ended)
    {
        using (StopSignal.Raise(cell))
        {
            AppDomain.CurrentDomain.FirstChanceException += NoteWhereItIsWoken;
            GaveUp = !Ended();
            AppDomain.CurrentDomain.FirstChanceException -= NoteWhereItIsWoken;
        }

        // Once some code of the cell has come to a checkpoint, the last call may be another's.
        if (GaveUp && !someStopped)
            StuckIn = CallSites.Last;
        ended.TrySetCanceled(stop);
    }

    void NoteWhereItStops(Exception exception)
    {
        someStopped = true;
        if (Current == this)
            stoppedBy ??= exception;
        else
            stoppedElsewhere ??= exception;
    }

    /// <summary>What waits ends otherwise: woken, or by a token of the cell's.</summary>
    void NoteWhereItIsWoken(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (Current == this && (e.Exception is ThreadInterruptedException
            || (e.Exception is OperationCanceledException cancelled && cancelled.CancellationToken == stop)))
            stoppedBy ??= e.Exception;
    }

    /// <summary>Whether all threads ended in time; those that sleep are woken.</summary>
    bool Ended()
    {
        var watch = Stopwatch.StartNew();
        lock (running)
        {
            Monitor.Wait(running, running.Count > 0 ? grace : TimeSpan.Zero);
            while (running.Count > 0 && watch.Elapsed < patience)
            {
                foreach (var thread in running)
                    thread.Interrupt();
                Monitor.Wait(running, nudge);
            }

            return running.Count == 0;
        }
    }
}

using System.Collections.Concurrent;

namespace CourseCnn.Session.Running;

/// <summary>
/// Runs asynchronous work on a thread of its own, every continuation included: cells may fill the pool with work that never ends, and what
/// serves them must go on.
/// </summary>
sealed class DedicatedThread : SynchronizationContext
{
    readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> queue = [];

    DedicatedThread()
    {
    }

    /// <summary>Runs <paramref name="work"/> to its end, on a background thread of that name.</summary>
    public static Task<T> RunAsync<T>(string name, Func<Task<T>> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => result.SetFromTask(new DedicatedThread().Run(work))) { IsBackground = true, Name = name }.Start();
        return result.Task;
    }

    /// <inheritdoc cref="RunAsync{T}(string, Func{Task{T}})"/>
    public static Task RunAsync(string name, Func<Task> work) => RunAsync(name, async () =>
    {
        await work();
        return true;
    });

    /// <inheritdoc cref="RunAsync{T}(string, Func{Task{T}})"/>
    public static Task<T> RunAsync<T>(string name, Func<T> work) => RunAsync(name, () => Task.FromResult(work()));

    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            queue.Add((d, state));
        }
        catch (InvalidOperationException)
        {
            // The work has ended; what it has left behind goes on elsewhere.
            base.Post(d, state);
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    Task<T> Run<T>(Func<Task<T>> work)
    {
        SetSynchronizationContext(this);
        var task = Begin(work);
        task.ContinueWith(
            _ => queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        foreach (var (callback, state) in queue.GetConsumingEnumerable())
            callback(state);
        return task;
    }

    /// <summary>What fails before there is a task fails as the task would.</summary>
    static async Task<T> Begin<T>(Func<Task<T>> work) => await work();
}

using CourseCnn.Session.Running;

namespace CourseCnn.Session.Assist;

/// <summary>Work of the compiler's that needs the thread pool. Cells may have filled that: then nobody is kept waiting for it.</summary>
static class PoolWork
{
    /// <summary>So long a full pool may finish nothing while something waits for it.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    /// <summary>Does the work.</summary>
    /// <param name="name">What the thread that waits for it is called.</param>
    /// <param name="work">The work.</param>
    /// <param name="otherwise">What is said where the pool does not get to it.</param>
    public static Task<T> RunAsync<T>(string name, Func<Task<T>> work, T otherwise) => DedicatedThread.RunAsync(name, () =>
    {
        // What goes on after an await does so on the pool, not on this thread, which only waits.
        SynchronizationContext.SetSynchronizationContext(null);
        var task = work();
        var done = ThreadPool.CompletedWorkItemCount;
        while (!task.Wait(patience))
        {
            if (IsFull && ThreadPool.CompletedWorkItemCount == done)
                return otherwise;
            done = ThreadPool.CompletedWorkItemCount;
        }

        return task.GetAwaiter().GetResult();
    });

    /// <summary>Whether something waits for the pool, and it has no threads left that it would make at once.</summary>
    static bool IsFull
    {
        get
        {
            ThreadPool.GetMinThreads(out var atOnce, out _);
            ThreadPool.GetMaxThreads(out var most, out _);
            ThreadPool.GetAvailableThreads(out var available, out _);
            return ThreadPool.PendingWorkItemCount > 0 && most - available >= atOnce;
        }
    }
}

using CourseCnn.Session.Running;

namespace CourseCnn.Session.Assist;

/// <summary>Work of the compiler's that needs the thread pool. Cells may have filled that: then nobody is kept waiting for it.</summary>
static class PoolWork
{
    /// <summary>So long the pool may have finished nothing, while something waits for it.</summary>
    static readonly TimeSpan patience = TimeSpan.FromMilliseconds(400);

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
            if (ThreadPool.PendingWorkItemCount > 0 && ThreadPool.CompletedWorkItemCount == done)
                return otherwise;
            done = ThreadPool.CompletedWorkItemCount;
        }

        return task.GetAwaiter().GetResult();
    });
}

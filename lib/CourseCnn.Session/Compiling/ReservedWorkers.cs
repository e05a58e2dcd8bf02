using System.Collections.Concurrent;

namespace CourseCnn.Session.Compiling;

/// <summary>
/// A few threads of the pool that are kept for the compiler. It waits for tasks of its own while it writes symbols; on a thread of the pool
/// such a task is run by the one who waits, while elsewhere it would wait behind all that cells have given to the pool.
/// </summary>
static class ReservedWorkers
{
    /// <summary>For the cell that runs, the one that is compiled ahead, and a question about a third.</summary>
    const int Count = 3;

    /// <summary>Cells may block threads of the pool; the compiler's other work must still find some.</summary>
    const int ThreadsAtHand = 32;

    static readonly BlockingCollection<Action> work = Start();

    /// <summary>Does the work on one of them, and waits for it.</summary>
    public static T Run<T>(Func<T> compile)
    {
        var result = new TaskCompletionSource<T>();
        work.Add(() =>
        {
            try
            {
                result.SetResult(compile());
            }
            catch (Exception error)
            {
                result.SetException(error);
            }
        });
        return result.Task.GetAwaiter().GetResult();
    }

    static BlockingCollection<Action> Start()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, ThreadsAtHand), Math.Max(completions, ThreadsAtHand));
        var queue = new BlockingCollection<Action>();
        for (var i = 0; i < Count; i++)
            ThreadPool.UnsafeQueueUserWorkItem(static queue =>
            {
                foreach (var compile in queue.GetConsumingEnumerable())
                    compile();
            }, queue, preferLocal: false);
        return queue;
    }
}

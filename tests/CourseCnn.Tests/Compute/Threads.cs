namespace CourseCnn.Tests.Compute;

/// <summary>Runs something on a number of threads. The number is everybody's, so only one test at a time changes it.</summary>
static class Threads
{
    static readonly Lock Gate = new();

    public static T With<T>(int threads, Func<T> action)
    {
        lock (Gate)
        {
            var before = Tensor.GetNumThreads();
            Tensor.SetNumThreads(threads);
            try
            {
                return action();
            }
            finally
            {
                Tensor.SetNumThreads(before);
            }
        }
    }
}

using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter;

/// <summary>Makes use of the moments in which a young kernel has nothing to do, so that what comes later is quick.</summary>
/// <param name="session">What is to get going.</param>
/// <param name="begun">What is under way already.</param>
sealed class WarmUp(IInteractiveSession session, Task begun)
{
    /// <summary>A client that says hello, or runs a cell, often goes on at once: that is not to wait.</summary>
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(300);

    int asked;

    /// <summary>Called whenever nothing is to be done. The first time, a moment later, all is loaded that is not loaded yet.</summary>
    public void Continue()
    {
        if (Interlocked.Exchange(ref asked, 1) == 0)
            _ = Task.Run(RunAsync);
    }

    async Task RunAsync()
    {
        await begun;
        await Task.Delay(pause);
        await session.WarmUpAsync();
        await session.WarmUpCompletionAsync();
    }
}

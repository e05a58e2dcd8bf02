using System.Runtime;

namespace CourseCnn.Tests;

public class WorkTests
{
    const double Slow = 1e-4;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public void Every_item_is_done_once(int count)
    {
        foreach (var threads in new[] { 1, 2, 3, 8 })
        {
            var times = new int[count];
            Threads.With(threads, () =>
            {
                Work.Split(count, Slow, (from, to) =>
                {
                    for (var i = from; i < to; i++)
                        Interlocked.Increment(ref times[i]);
                });
                return 0;
            });
            Assert.All(times, n => Assert.Equal(1, n));
        }
    }

    [Fact]
    public void Work_within_work_and_beside_work_is_done_too()
    {
        var done = 0;
        Threads.With(4, () =>
        {
            Parallel.For(0, 4, _ => Work.Split(20, Slow, (from, to) =>
            {
                for (var i = from; i < to; i++)
                    Work.Split(10, Slow, (a, b) => Interlocked.Add(ref done, b - a));
            }));
            return 0;
        });
        Assert.Equal(4 * 20 * 10, done);
    }

    [Fact]
    public void An_error_reaches_whoever_asked_for_the_work()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Threads.With<int>(4, () =>
        {
            Work.Split(100, Slow, (from, _) => throw new InvalidOperationException($"item {from}"));
            return 0;
        }));
        Assert.StartsWith("item", error.Message);
        Every_item_is_done_once(100);
    }

    /// <summary>A learner's interrupt aborts the thread that handed out the work; the memory that its helpers write to is then given back.</summary>
    [Fact]
    public void When_the_caller_is_aborted_no_helper_is_at_work_any_more()
    {
        var helping = 0;
        for (var aborted = 0; aborted < 10;)
        {
            var stillHelping = Threads.With(4, () =>
            {
                using var stop = new CancellationTokenSource();
#pragma warning disable SYSLIB0046 // It may corrupt the process; that it does not is what this is about.
                var error = Record.Exception(() => ControlledExecution.Run(() => Work.Split(500, Slow, WorkOn), stop.Token));
#pragma warning restore SYSLIB0046
                // While other tests keep the helpers busy, none comes, and the work is done in peace.
                aborted += error is OperationCanceledException ? 1 : 0;
                return Volatile.Read(ref helping);

                void WorkOn(int from, int to)
                {
                    if (Thread.CurrentThread.Name?.StartsWith("CourseCnn helper", StringComparison.Ordinal) != true)
                    {
                        Thread.Sleep(1);
                        return;
                    }

                    Interlocked.Increment(ref helping);
                    stop.CancelAfter(1);
                    Thread.Sleep(10);
                    Interlocked.Decrement(ref helping);
                }
            });
            Assert.Equal(0, stillHelping);
        }

        Every_item_is_done_once(100);
    }
}

using CourseCnn.Compute.Threads;

namespace CourseCnn.Tests.Compute;

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
    public void An_error_reaches_the_caller()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Threads.With<int>(4, () =>
        {
            Work.Split(100, Slow, (from, _) => throw new InvalidOperationException($"item {from}"));
            return 0;
        }));
        Assert.StartsWith("item", error.Message);
        Every_item_is_done_once(100);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Work_that_its_host_stops_ends_early_and_leaves_no_helper_at_work(int threads)
    {
        for (var round = 0; round < 10; round++)
        {
            using var stop = new CancellationTokenSource();
            var (done, working) = (0, 0);
            Threads.With(threads, () => Host.Stopping(stop.Token, () =>
            {
                var error = Assert.Throws<OperationCanceledException>(() => Work.Split(100_000, Slow, WorkOn));
                Assert.Equal(stop.Token, error.CancellationToken);
                Assert.Equal(0, Volatile.Read(ref working));
                Assert.InRange(done, 1, 99_999);
                Assert.Throws<OperationCanceledException>(() => Work.Split(100, Slow, WorkOn));
                return 0;
            }));

            void WorkOn(int from, int to)
            {
                Interlocked.Increment(ref working);
                Thread.Sleep(1);
                if (Interlocked.Add(ref done, to - from) > 50)
                    stop.Cancel();
                Interlocked.Decrement(ref working);
            }
        }

        Every_item_is_done_once(100);
    }

    [Fact]
    public void A_token_is_found_by_the_names_of_members()
    {
        using var stop = new CancellationTokenSource();
        var found = HostCancellation.Of(typeof(LikeInteractive))!;
        Assert.Equal(CancellationToken.None, found());
        LikeInteractive.Current = new(stop.Token);
        Assert.Equal(stop.Token, found());
        Assert.Null(HostCancellation.Of(typeof(string)));
    }

    sealed record LikeInteractive(CancellationToken CancellationToken)
    {
        public static LikeInteractive? Current { get; set; }
    }
}

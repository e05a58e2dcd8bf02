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
}

namespace CourseCnn;

/// <summary>Shares work between the processor's cores where there is enough of it to be worth the trouble.</summary>
static class Work
{
    /// <summary>Below about a tenth of a millisecond of arithmetic, starting the other cores costs more than they save.</summary>
    const long WorthSharing = 400_000;

    /// <summary>
    /// Calls <paramref name="body"/> with ranges that together are 0 to <paramref name="count"/>. Items must not depend on
    /// each other; then the result is the same however many cores there are.
    /// </summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="costPerItem">About how many multiplications one item takes.</param>
    /// <param name="body">Does the items from the first number to just before the second.</param>
    public static void Split(int count, long costPerItem, Action<int, int> body)
    {
        if (count <= 1 || count * costPerItem < WorthSharing || Environment.ProcessorCount == 1)
        {
            body(0, count);
            return;
        }

        var share = (int)Math.Clamp(WorthSharing / 4 / Math.Max(costPerItem, 1), 1, Math.Max(1, count / Environment.ProcessorCount));
        var shares = (count + share - 1) / share;
        Parallel.For(0, shares, i => body(i * share, Math.Min(count, (i + 1) * share)));
    }
}

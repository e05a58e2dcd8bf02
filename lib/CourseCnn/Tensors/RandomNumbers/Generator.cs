using MathNet.Numerics.Random;

namespace CourseCnn.Tensors.RandomNumbers;

/// <summary>
/// PyTorch's random numbers on the CPU: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), and on top of it the same
/// way from its 32-bit draws to uniform and normal numbers, so that the same seed gives the same numbers in both.
/// </summary>
sealed class Generator
{
    /// <summary>A normal sample of at least this many numbers is drawn in blocks of 16, a smaller one in pairs.</summary>
    const int BlockLength = 16;

    readonly Lock gate = new();

    /// <summary>Room for many draws at once, which are quicker than as many single ones: AlexNet begins with 61 million.</summary>
    readonly double[] draws = new double[512];

    MersenneTwister twister = new(0, threadSafe: false);

    /// <summary>The second number of a pair whose first was asked for alone.</summary>
    double? nextNormal;

    public Generator(long seed) => Seed(seed);

    /// <summary>What all random tensors and initial weights are drawn from; seeded anew in each process.</summary>
    public static Generator Default { get; } = new(Random.Shared.NextInt64());

    /// <summary>Starts over from a seed, of which the low 32 bits count.</summary>
    public void Seed(long seed)
    {
        lock (gate)
        {
            twister = new MersenneTwister(unchecked((int)seed), threadSafe: false);
            nextNormal = null;
        }
    }

    /// <summary>One draw of 32 bits.</summary>
    public uint NextBits()
    {
        lock (gate)
            return Bits();
    }

    /// <summary>Uniform numbers from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    public void FillUniform(Span<float> numbers, float low = 0, float high = 1)
    {
        lock (gate)
            Uniform(numbers, low, high);
    }

    /// <summary>Normally distributed numbers of mean 0 and standard deviation 1.</summary>
    public void FillNormal(Span<float> numbers)
    {
        lock (gate)
        {
            if (numbers.Length >= BlockLength)
            {
                NormalBlocks(numbers);
                return;
            }

            foreach (ref var number in numbers)
                number = (float)Normal();
        }
    }

    /// <summary>1 with the given probability, 0 otherwise.</summary>
    public void FillBernoulli(Span<float> numbers, double probability)
    {
        lock (gate)
            foreach (ref var number in numbers)
                number = Uniform53() < probability ? 1 : 0;
    }

    /// <summary>Whole numbers from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    public void FillIntegers(Span<float> numbers, long low, long high)
    {
        lock (gate)
        {
            var range = (ulong)(high - low);
            foreach (ref var number in numbers)
                number = low + (long)((range >> 32 == 0 ? Bits() : Bits64()) % range);
        }
    }

    /// <summary>The numbers 0 to <paramref name="count"/> - 1 in random order: each place in turn swaps with one not before it.</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;

        lock (gate)
        {
            for (var i = 0; i < count - 1; i++)
            {
                var other = i + (int)(Bits() % (uint)(count - i));
                (order[i], order[other]) = (order[other], order[i]);
            }
        }

        return order;
    }

    uint Bits() => Bits(twister.NextDouble());

    // Math.NET hands a draw out as a fraction of 2^32.
    static uint Bits(double draw) => (uint)(draw * 4294967296.0);

    ulong Bits64() => (ulong)Bits() << 32 | Bits();

    void Uniform(Span<float> numbers, float low, float high)
    {
        const float unit = 1f / (1 << 24);
        var scale = high - low;
        for (; numbers.Length >= draws.Length; numbers = numbers[draws.Length..])
        {
            twister.NextDoubles(draws);
            for (var i = 0; i < draws.Length; i++)
                numbers[i] = One(Bits(draws[i]));
        }

        foreach (ref var number in numbers)
            number = One(Bits());

        // Rounded once, not twice: so does PyTorch, and the last bit shows it.
        float One(uint bits) => MathF.FusedMultiplyAdd((bits & 0xFFFFFF) * unit, scale, low);
    }

    double Uniform53() => (Bits64() & (1UL << 53) - 1) * (1.0 / (1UL << 53));

    /// <summary>Box and Muller (1958): two uniform numbers give two normal ones.</summary>
    double Normal()
    {
        if (nextNormal is { } cached)
        {
            nextNormal = null;
            return cached;
        }

        var angle = 2 * Math.PI * Uniform53();
        // The precise log(1 - u) for a small u, where forming 1 - u would lose its digits.
        var radius = Math.Sqrt(-2 * LogOnePlus(-Uniform53()));
        nextNormal = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    void NormalBlocks(Span<float> numbers)
    {
        Uniform(numbers, 0, 1);
        for (var i = 0; i <= numbers.Length - BlockLength; i += BlockLength)
            NormalBlock(numbers.Slice(i, BlockLength));

        if (numbers.Length % BlockLength != 0)
        {
            // The last 16 are drawn afresh, though some of them were finished.
            var last = numbers[^BlockLength..];
            Uniform(last, 0, 1);
            NormalBlock(last);
        }
    }

    static void NormalBlock(Span<float> block)
    {
        for (var i = 0; i < BlockLength / 2; i++)
        {
            ref var first = ref block[i];
            ref var second = ref block[i + BlockLength / 2];
            var radius = MathF.Sqrt(-2 * MathF.Log(1 - first));
            var angle = 2 * MathF.PI * second;
            first = radius * MathF.Cos(angle);
            second = radius * MathF.Sin(angle);
        }
    }

    static double LogOnePlus(double x) => MathNet.Numerics.SpecialFunctions.Log1p(x);
}

using CourseCnn.Tensors.RandomNumbers;
using CourseCnn.Tests.PyTorch;
using CsCheck;

namespace CourseCnn.Tests.Tensors.RandomNumbers;

[Collection(nameof(SharedGenerator))]
public class RandomTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers_again()
    {
        Tensor.ManualSeed(5);
        var first = (Tensor.Rand(7), Tensor.Randn(3), Tensor.Randn(40), Tensor.RandPerm(9));
        Tensor.ManualSeed(5);
        Close.Exactly(first.Item1, Tensor.Rand(7));
        Close.Exactly(first.Item2, Tensor.Randn(3));
        Close.Exactly(first.Item3, Tensor.Randn(40));
        Close.Exactly(first.Item4, Tensor.RandPerm(9));
    }

    [Fact]
    public void A_seed_forgets_the_second_half_of_a_pair_of_normal_numbers()
    {
        Tensor.ManualSeed(5);
        var first = Tensor.Randn(2);
        Tensor.ManualSeed(6);
        Tensor.Randn(1);
        Tensor.ManualSeed(5);
        Close.Exactly(first, Tensor.Randn(2));
    }

    [Theory]
    [InlineData(-1L, 0xFFFFFFFFL)]
    [InlineData(long.MinValue + 7, 7L)]
    [InlineData((123L << 32) + 42, 42L)]
    public void Only_the_low_32_bits_of_a_seed_count(long seed, long same)
    {
        Tensor.ManualSeed(seed);
        var numbers = Tensor.Rand(5);
        Tensor.ManualSeed(same);
        Close.Exactly(numbers, Tensor.Rand(5));
    }

    [Fact]
    public void Two_generators_without_a_seed_differ() =>
        Assert.NotEqual(Draw(new Generator(System.Random.Shared.NextInt64())), Draw(new Generator(System.Random.Shared.NextInt64())));

    [Fact]
    public void Uniform_numbers_stay_below_one_and_normal_ones_are_finite()
    {
        Tensor.ManualSeed(1);
        Assert.All(Tensor.Rand(100_000).Span.ToArray(), x => Assert.InRange(x, 0f, MathF.BitDecrement(1)));
        Assert.All(Tensor.Randn(100_003).Span.ToArray(), x => Assert.True(float.IsFinite(x)));
    }

    [Fact]
    public void Normal_numbers_have_mean_0_and_deviation_1()
    {
        Tensor.ManualSeed(2);
        var numbers = Tensor.Randn(200_000).Span.ToArray().Select(x => (double)x).ToArray();
        Assert.InRange(numbers.Average(), -0.01, 0.01);
        Assert.InRange(numbers.Select(x => x * x).Average(), 0.98, 1.02);
    }

    [Fact]
    public void Random_integers_are_whole_and_within_their_bounds() =>
        Gen.Select(Gen.Int[-1000, 1000], Gen.Int[1, 1000]).Sample(
            (low, range) => Tensor.RandInt(low, low + range, 50).ToArray().All(x => x == MathF.Floor(x) && x >= low && x < low + range));

    [Fact]
    public void A_permutation_holds_every_number_once() =>
        Gen.Int[0, 300].Sample(n => Tensor.RandPerm(n).Span.ToArray().Order().SequenceEqual(Enumerable.Range(0, n).Select(i => (float)i)));

    [Fact]
    public void Many_threads_draw_each_number_once()
    {
        const int threads = 8, draws = 5_000;
        var shared = new Generator(3);
        var drawn = new uint[threads][];
        Parallel.For(0, threads, i => drawn[i] = [.. Enumerable.Range(0, draws).Select(_ => shared.NextBits())]);

        var alone = new Generator(3);
        Assert.Equal(
            Enumerable.Range(0, threads * draws).Select(_ => alone.NextBits()).Order(),
            drawn.SelectMany(numbers => numbers).Order());
    }

    [Fact]
    public void Impossible_requests_are_explained()
    {
        Assert.Equal(
            "RandInt(5, 5, …) has no number to choose from: low must be less than high.",
            Assert.Throws<ArgumentException>(() => Tensor.RandInt(5, 5, 3)).Message);
        Assert.Equal(
            "RandInt(0, 4294967296, …) asks for numbers that a tensor cannot hold exactly: stay between -16777216 and 16777216.",
            Assert.Throws<ArgumentException>(() => Tensor.RandInt(1L << 32, 3)).Message);
        Assert.Equal(
            "RandPerm(-1) needs a number from 0 to 16777216.",
            Assert.Throws<ArgumentException>(() => Tensor.RandPerm(-1)).Message);
    }

    static float[] Draw(Generator generator)
    {
        var numbers = new float[20];
        generator.FillUniform(numbers);
        return numbers;
    }
}

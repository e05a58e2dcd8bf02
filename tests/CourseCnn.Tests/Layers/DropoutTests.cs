using CourseCnn.Tests.PyTorch;
using CourseCnn.Tests.Tensors.RandomNumbers;

namespace CourseCnn.Tests.Layers;

[Collection(nameof(SharedGenerator))]
public class DropoutTests
{
    /// <summary>What PyTorch draws, on a processor for which it does not use Intel's library.</summary>
    [Theory]
    [InlineData(0, 0.5, "00200022022220222200")]
    [InlineData(1, 0.5, "22220220020202220200")]
    [InlineData(42, 0.5, "22220200222200202002")]
    public void A_seed_drops_the_same_numbers_as_in_PyTorch(long seed, double p, string expected)
    {
        Tensor.ManualSeed(seed);
        var dropped = new Dropout(p).Call(Tensor.Ones(20)).ToArray();
        Assert.Equal(expected, string.Concat(dropped.Select(x => (int)x)));
    }

    [Fact]
    public void What_stays_is_scaled_so_that_the_mean_stays()
    {
        Tensor.ManualSeed(1);
        var dropped = new Dropout(0.3).Call(Tensor.Ones(100_000));
        Assert.Equal(1, dropped.Mean().Item(), 0.01f);
        Assert.Equal([0f, 1 / (float)0.7], dropped.ToArray().Distinct().Order());
    }

    [Fact]
    public void In_evaluation_everything_passes_and_nothing_is_drawn()
    {
        Tensor.ManualSeed(1);
        var x = Tensor.Rand(10);
        var next = Tensor.Rand(10);
        Tensor.ManualSeed(1);
        Tensor.Rand(10);
        Assert.Same(x, new Dropout().Eval().Call(x));
        Close.Exactly(next, Tensor.Rand(10));
    }

    [Fact]
    public void The_extreme_probabilities_drop_nothing_and_everything()
    {
        Assert.Equal([1f, 1f], new Dropout(0).Call(Tensor.Ones(2)).ToArray());
        Assert.Equal([0f, 0f], new Dropout(1).Call(Tensor.Ones(2)).ToArray());
    }
}

using CourseCnn.Compute.Memory;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Compute;

/// <summary>How much memory models take. No other test runs meanwhile.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public class MemoryTests
{
    const long Megabyte = 1 << 20;

    [Fact]
    public void A_picture_of_sixteen_million_pixels_passes_through_the_chapters_network_in_less_than_a_gigabyte()
    {
        var model = new Sequential(
            new Conv2d(1, 3, 3, padding: 1),
            new ReLU(),
            new MaxPool2d(2),
            new Conv2d(3, 2, 3, padding: 1),
            new ReLU(),
            new MaxPool2d(2),
            new Flatten(),
            new Linear(2 * 1024 * 1024, 1));
        var input = Tensor.Ones((1, 1, 4096, 4096));
        using var peak = new PeakMemory();
        Assert.Equal(new Shape(1, 1), model.Call(input).Shape);
        Assert.InRange(peak.Bytes, 0, 1000 * Megabyte);
    }

    [Fact]
    public void Working_memory_does_not_grow_with_the_batch()
    {
        var layer = new Conv2d(1, 1, 3, stride: 16, padding: 1);
        var input = Tensor.Ones((1024, 1, 128, 128));
        foreach (var method in new[] { ConvolutionMethod.Direct, ConvolutionMethod.ImplicitGemm, ConvolutionMethod.Fft })
        {
            layer.Method = method;
            Tensor.EmptyCache();
            using var peak = new PeakMemory();
            layer.Call(input);
            // A copy of the batch with its border would be 68 MB.
            Assert.InRange(peak.Bytes, 0, 48 * Megabyte);
        }
    }

    [Fact]
    public void Memory_that_is_kept_is_bounded_and_can_be_given_back()
    {
        var layer = new Conv2d(64, 64, 3, padding: 1) { Method = ConvolutionMethod.Winograd };
        Tensor.EmptyCache();
        layer.Call(Tensor.Ones((1, 64, 200, 200)));
        Assert.InRange(ScratchPool.Kept, 10 * Megabyte, ScratchPool.MostKept);
        layer.Call(Tensor.Ones((1, 64, 900, 900)));
        Assert.InRange(ScratchPool.Kept, 10 * Megabyte, ScratchPool.MostKept);
        Tensor.EmptyCache();
        Assert.Equal(0, ScratchPool.Kept);
    }

    [Fact]
    public void Layers_in_a_row_give_their_results_memory_to_each_other_but_never_what_somebody_holds()
    {
        var seen = new List<Tensor>();
        var watch = new Watch(seen);
        var row = new Sequential(
            new Conv2d(1, 4, 3, padding: 1), new ReLU(), new Conv2d(4, 4, 3, padding: 1), watch,
            new ReLU(), new MaxPool2d(2), new Flatten());
        var input = Tensor.Randn((1, 1, 160, 160));
        var before = input.Clone();
        var first = row.Call(input);
        var kept = first.Clone();
        var seenFirst = seen[0].Clone();
        for (var i = 0; i < 3; i++)
            row.Call(Tensor.Randn((1, 1, 160, 160)));
        Close.Exactly(kept, first);
        Close.Exactly(seenFirst, seen[0]);
        Close.Exactly(before, input);

        var step = input;
        foreach (var module in row)
            step = module.Call(step);
        Close.Exactly(kept, step);
    }

    /// <summary>A learner's module: passes its input on, and keeps it.</summary>
    sealed class Watch(List<Tensor> seen) : Module
    {
        protected override Tensor Forward(Tensor x)
        {
            seen.Add(x);
            return x;
        }
    }
}

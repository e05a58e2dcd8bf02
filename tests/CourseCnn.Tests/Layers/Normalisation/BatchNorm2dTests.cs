using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Layers.Normalisation;

public class BatchNorm2dTests
{
    [Fact]
    public void Batch_normalisation_tracks_the_plain_mean_without_a_momentum()
    {
        var (layer, first, second) = (new BatchNorm2d(1, momentum: null), Tensor.Rand((1, 1, 3, 3)), Tensor.Rand((1, 1, 3, 3)));
        layer.Call(first);
        layer.Call(second);
        Assert.Equal(2, layer.NumBatchesTracked!.Item());
        Assert.Equal((first.Mean().Item() + second.Mean().Item()) / 2, layer.RunningMean!.Item(), 1e-6f);
        Assert.Equal((first.Var().Item() + second.Var().Item()) / 2, layer.RunningVar!.Item(), 1e-6f);
    }

    [Fact]
    public void Batch_normalisation_without_running_numbers_uses_the_batchs_own_in_evaluation_too()
    {
        var (layer, x) = (new BatchNorm2d(2, trackRunningStats: false), Tensor.Rand((3, 2, 4, 4)));
        Close.Exactly(layer.Call(x), layer.Eval().Call(x));
        Assert.Null(layer.RunningMean);
    }

    [Fact]
    public void Batch_normalisation_scales_and_shifts_as_it_learned()
    {
        var layer = new BatchNorm2d(1) { Weight = Tensor.Of([3]), Bias = Tensor.Of([-1]) };
        var y = layer.Call(Tensor.Rand((4, 1, 5, 5)));
        Assert.Equal(-1, y.Mean().Item(), 1e-5f);
        Assert.Equal(3, y.Std(unbiased: false).Item(), 1e-3f);
    }
}

namespace CourseCnn.Tests;

public class LayerTests
{
    static readonly Tensor Image = Tensor.Of([[[1, -2, 5], [3, 4, -7]]]);

    [Fact]
    public void A_layer_in_place_writes_over_its_input()
    {
        foreach (var layer in new Module[] { new ReLU(inplace: true), new LeakyReLU(0.5, inplace: true), new Dropout(0.5, inplace: true) })
        {
            var x = Image.Clone();
            Assert.Same(x, layer.Call(x));
            Assert.False(x.Equal(Image));
        }
    }

    [Fact]
    public void A_layer_leaves_its_input_alone()
    {
        foreach (var layer in new Module[]
            {
                new ReLU(), new LeakyReLU(), new Dropout(), new Sigmoid(), new Tanh(), new Softplus(), new GELU(), new Softmax(1),
                new Flatten(), new MaxPool2d(2), new AvgPool2d(2), new AdaptiveAvgPool2d(1), new BatchNorm2d(1), new Conv2d(1, 1, 2),
                new Linear(3, 3),
            })
        {
            var x = Image.Clone();
            layer.Call(x);
            Close.Exactly(Image, x);
        }
    }

    [Fact]
    public void Layers_take_a_picture_without_a_batch()
    {
        Module[] layers = [new MaxPool2d(2), new AvgPool2d(2), new AdaptiveAvgPool2d(1), new BatchNorm2d(1), new Conv2d(1, 1, 2)];
        foreach (var layer in layers)
        {
            layer.Eval();
            Close.Exactly(layer.Call(Image[null]).Squeeze(0), layer.Call(Image));
        }
    }

    [Fact]
    public void Softplus_neither_overflows_nor_loses_small_numbers()
    {
        var y = new Softplus(beta: 2).Call(Tensor.Of([-30, 0, 9, 11, 1000])).ToArray();
        Assert.Equal(0.5 * Math.Exp(-60), y[0], 1e-30);
        Assert.Equal(0.5 * Math.Log(2), y[1], 1e-7);
        Assert.Equal([11f, 1000f], y[3..]);
    }

    [Fact]
    public void Softmax_works_along_any_dimension_and_with_large_numbers()
    {
        var x = Tensor.Rand((2, 3, 4)) * 1000;
        foreach (var dim in new[] { 0, 1, 2, -1, -3 })
        {
            Close.Absolute(Tensor.OnesLike(x.Sum(dim)), new Softmax(dim).Call(x).Sum(dim), 1e-6);
            Close.Absolute(new Softmax(dim).Call(x), new LogSoftmax(dim).Call(x).Exp(), 1e-6);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    public void Without_a_dimension_softmax_takes_PyTorchs(int rank, int dim)
    {
        var x = Tensor.Rand([.. Enumerable.Repeat(2, rank)]);
        Close.Exactly(new Softmax(dim).Call(x), new Softmax().Call(x));
    }

    [Fact]
    public void Flatten_merges_the_dimensions_it_is_told()
    {
        var x = Tensor.Rand((2, 3, 4, 5));
        Assert.Equal(new Shape(2, 60), new Flatten().Call(x).Shape);
        Assert.Equal(new Shape(120), new Flatten(0).Call(x).Shape);
        Assert.Equal(new Shape(2, 12, 5), new Flatten(1, 2).Call(x).Shape);
        Assert.Equal(new Shape(2, 3, 20), new Flatten(-2).Call(x).Shape);
    }

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

    [Fact]
    public void Max_pooling_says_where_each_greatest_number_stands()
    {
        var (output, indices) = new MaxPool2d(2, stride: 1).CallWithIndices(Image);
        Assert.Equal([4f, 5f], output.ToArray());
        Assert.Equal([4f, 2f], indices.ToArray());
    }

    [Fact]
    public void Max_pooling_lets_no_NaN_get_lost() =>
        Assert.True(float.IsNaN(new MaxPool2d(2).Call(Tensor.Of([[[1, double.NaN], [3, 4]]])).Item()));

    [Fact]
    public void A_border_never_wins_in_max_pooling() =>
        Assert.Equal([-5f], new MaxPool2d(3, padding: 1, stride: 3).Call(Tensor.Of([[[-5, -6], [-7, -8]]])).ToArray());
}

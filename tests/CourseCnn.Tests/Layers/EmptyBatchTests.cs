namespace CourseCnn.Tests.Layers;

/// <summary>A batch without a picture goes through every layer, as in PyTorch: what a filter leaves of a batch may be nothing.</summary>
public class EmptyBatchTests
{
    /// <summary>A layer of each kind, what goes in, and what comes out.</summary>
    static readonly (Module Layer, Shape Input, Shape Output)[] Layers =
    [
        (new Conv2d(2, 3, 3), (0, 2, 8, 8), (0, 3, 6, 6)),
        (new Conv2d(2, 3, 3, stride: 2, padding: 1), (0, 2, 8, 8), (0, 3, 4, 4)),
        (new Conv2d(2, 3, 51, padding: 25), (0, 2, 60, 60), (0, 3, 60, 60)),
        (new Conv2d(16, 16, 3, padding: 1), (0, 16, 32, 32), (0, 16, 32, 32)),
        (new Conv2d(2, 4, 3, dilation: 2), (0, 2, 8, 8), (0, 4, 4, 4)),
        (new Conv2d(2, 3, 3, padding: 1, paddingMode: PaddingMode.Reflect), (0, 2, 8, 8), (0, 3, 8, 8)),
        (new Linear(5, 2), (0, 5), (0, 2)),
        (new Linear(5, 2), (0, 3, 5), (0, 3, 2)),
        (new BatchNorm2d(2), (0, 2, 4, 4), (0, 2, 4, 4)),
        (new BatchNorm2d(2, momentum: null), (0, 2, 4, 4), (0, 2, 4, 4)),
        (new BatchNorm2d(2, affine: false, trackRunningStats: false), (0, 2, 4, 4), (0, 2, 4, 4)),
        (new MaxPool2d(2), (0, 2, 8, 8), (0, 2, 4, 4)),
        (new AvgPool2d(2), (0, 2, 8, 8), (0, 2, 4, 4)),
        (new AdaptiveAvgPool2d((3, 3)), (0, 2, 8, 8), (0, 2, 3, 3)),
        (new Dropout(), (0, 7), (0, 7)),
        (new Flatten(), (0, 2, 3, 4), (0, 24)),
        (new Identity(), (0, 7), (0, 7)),
        (new ReLU(), (0, 7), (0, 7)),
        (new LeakyReLU(), (0, 7), (0, 7)),
        (new GELU(), (0, 7), (0, 7)),
        (new Sigmoid(), (0, 7), (0, 7)),
        (new Tanh(), (0, 7), (0, 7)),
        (new Softplus(), (0, 7), (0, 7)),
        (new Softmax(1), (0, 7), (0, 7)),
        (new LogSoftmax(1), (0, 7), (0, 7)),
        (new Sequential(new Conv2d(1, 2, 3), new BatchNorm2d(2), new ReLU(), new MaxPool2d(2), new Flatten(), new Linear(18, 2)),
            (0, 1, 8, 8),
            (0, 2)),
    ];

    [Fact]
    public void Every_kind_of_layer_is_tried()
    {
        var kinds = typeof(Module).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Module)));
        Assert.Empty(kinds.Except(Layers.Select(layer => layer.Layer.GetType())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_goes_through_every_layer(bool training)
    {
        foreach (var (layer, input, output) in Layers)
            Assert.Equal(output, layer.Train(training).Call(Tensor.Zeros(input)).Shape);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(null)]
    public void Normalisation_learns_nothing_from_it_but_counts_it(double? momentum)
    {
        var norm = new BatchNorm2d(2, momentum: momentum);
        Assert.Equal((0, 2, 4, 4), norm.Call(Tensor.Zeros((0, 2, 4, 4))).Shape);
        Assert.Equal("tensor([0., 0.])", norm.RunningMean!.ToString());
        Assert.Equal("tensor([1., 1.])", norm.RunningVar!.ToString());
        Assert.Equal(1, (float)norm.NumBatchesTracked!);

        norm.Eval();
        Assert.True(norm.Call(Tensor.Ones((1, 2, 2, 2))).AllClose(Tensor.Ones((1, 2, 2, 2)), rtol: 1e-4));
    }

    [Fact]
    public void A_single_number_for_each_channel_is_still_too_few() => Assert.StartsWith(
        "BatchNorm2d(2) needs more than one number for each channel while training",
        Assert.Throws<ArgumentException>(() => new BatchNorm2d(2).Call(Tensor.Zeros((1, 2, 1, 1)))).Message);
}

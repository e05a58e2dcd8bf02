using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Layers;

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
    public void Flatten_merges_the_dimensions_it_is_told()
    {
        var x = Tensor.Rand((2, 3, 4, 5));
        Assert.Equal(new Shape(2, 60), new Flatten().Call(x).Shape);
        Assert.Equal(new Shape(120), new Flatten(0).Call(x).Shape);
        Assert.Equal(new Shape(2, 12, 5), new Flatten(1, 2).Call(x).Shape);
        Assert.Equal(new Shape(2, 3, 20), new Flatten(-2).Call(x).Shape);
    }
}

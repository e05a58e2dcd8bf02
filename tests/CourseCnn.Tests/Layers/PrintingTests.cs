namespace CourseCnn.Tests.Layers;

/// <summary>Layers print as PyTorch 1.13 prints them.</summary>
public class PrintingTests
{
    public static TheoryData<Module, string> Layers => new()
    {
        { new Conv2d(1, 3, 3), "Conv2d(1, 3, kernel_size=(3, 3), stride=(1, 1))" },
        {
            new Conv2d(4, 6, (3, 5), 2, (1, 2), 3, 2),
            "Conv2d(4, 6, kernel_size=(3, 5), stride=(2, 2), padding=(1, 2), dilation=(3, 3), groups=2)"
        },
        { new Conv2d(1, 1, 3, padding: "valid"), "Conv2d(1, 1, kernel_size=(3, 3), stride=(1, 1), padding=valid)" },
        { new Linear(10, 4, bias: false), "Linear(in_features=10, out_features=4, bias=False)" },
        { new MaxPool2d(2), "MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)" },
        { new MaxPool2d((2, 2), ceilMode: true), "MaxPool2d(kernel_size=(2, 2), stride=(2, 2), padding=0, dilation=1, ceil_mode=True)" },
        { new AvgPool2d(3, stride: (2, 1), padding: 1), "AvgPool2d(kernel_size=3, stride=(2, 1), padding=1)" },
        { new AdaptiveAvgPool2d(1), "AdaptiveAvgPool2d(output_size=1)" },
        { new AdaptiveAvgPool2d((6, null)), "AdaptiveAvgPool2d(output_size=(6, None))" },
        { new BatchNorm2d(8), "BatchNorm2d(8, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)" },
        {
            new BatchNorm2d(8, 0.001, null, false, false),
            "BatchNorm2d(8, eps=0.001, momentum=None, affine=False, track_running_stats=False)"
        },
        { new Dropout(), "Dropout(p=0.5, inplace=False)" },
        { new Dropout(1, inplace: true), "Dropout(p=1.0, inplace=True)" },
        { new Flatten(), "Flatten(start_dim=1, end_dim=-1)" },
        { new ReLU(), "ReLU()" },
        { new ReLU(inplace: true), "ReLU(inplace=True)" },
        { new LeakyReLU(), "LeakyReLU(negative_slope=0.01)" },
        { new Sigmoid(), "Sigmoid()" },
        { new Tanh(), "Tanh()" },
        { new Softplus(), "Softplus(beta=1, threshold=20)" },
        { new GELU("tanh"), "GELU(approximate='tanh')" },
        { new Softmax(1), "Softmax(dim=1)" },
        { new LogSoftmax(), "LogSoftmax(dim=None)" },
        { new Identity(), "Identity()" },
        { new Sequential(), "Sequential()" },
    };

    [Fact]
    public void A_parameter_says_that_it_is_one()
    {
        Assert.Equal("Parameter containing:\ntensor([1., 2.], requires_grad=True)", new Parameter(Tensor.Of([1, 2])).ToString());
        Assert.Equal("Parameter containing:\ntensor([1., 2.])", new Parameter(Tensor.Of([1, 2]), requiresGrad: false).ToString());
    }

    [Theory, MemberData(nameof(Layers))]
    public void A_layer_prints_as_in_PyTorch(Module layer, string expected) => Assert.Equal(expected, layer.ToString());
}

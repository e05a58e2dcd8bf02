namespace CourseCnn.Tests.Summaries;

/// <summary>The models that the reference tables were printed for, by their names there.</summary>
static class Models
{
    public static Module Named(string name) => name switch
    {
        "chapter: CNN" => new Wrapped(
            new Conv2d(1, 3, (3, 3), padding: 1),
            new ReLU(),
            new Conv2d(3, 2, (3, 3), padding: 1),
            new ReLU(),
            new Flatten(),
            new Linear(20000, 1)),
        "chapter: CNN with pooling" => new Wrapped(
            new Conv2d(1, 3, (3, 3), padding: 1),
            new ReLU(),
            new MaxPool2d((2, 2)),
            new Conv2d(3, 2, (3, 3), padding: 1),
            new ReLU(),
            new MaxPool2d((2, 2)),
            new Flatten(),
            new Linear(1250, 1)),
        "chapter: NN" => new Wrapped(
            LinearBlock(16384, 256), LinearBlock(256, 128), LinearBlock(128, 64), LinearBlock(64, 16), new Linear(16, 1)),
        "chapter: CNN of blocks" => new Wrapped(
            ConvBlock(1, 3), ConvBlock(3, 3), ConvBlock(3, 3), ConvBlock(3, 3), ConvBlock(3, 3), new Flatten(), new Linear(49152, 1)),
        "AlexNet" => AlexNet(),
        "CNN of blocks, depth 1" or "CNN of blocks, depth 2" =>
            new Wrapped(ConvBlock(1, 3), ConvBlock(3, 3), new Flatten(), new Linear(768, 1)),
        "one layer called twice" => new CalledTwice(),
        "first layer frozen" => FirstLayerFrozen(),
        "a single layer" => new Linear(10, 4),
        "input and output columns" => Small(),
        _ => throw new NotSupportedException($"No model is called {name} here."),
    };

    static Wrapped Small() => new(new Conv2d(1, 3, 3, padding: 1), new ReLU(), new Flatten(), new Linear(300, 5));

    static Wrapped FirstLayerFrozen()
    {
        var model = Small();
        model.Modules()[2].RequiresGrad = false;
        return model;
    }

    static Wrapped AlexNet() => new(
        new Conv2d(3, 64, 11, stride: 4, padding: 2),
        new ReLU(),
        new MaxPool2d(3, stride: 2),
        new Conv2d(64, 192, 5, padding: 2),
        new ReLU(),
        new MaxPool2d(3, stride: 2),
        new Conv2d(192, 384, 3, padding: 1),
        new ReLU(),
        new Conv2d(384, 256, 3, padding: 1),
        new ReLU(),
        new Conv2d(256, 256, 3, padding: 1),
        new ReLU(),
        new MaxPool2d(3, stride: 2),
        new AdaptiveAvgPool2d((6, 6)),
        new Flatten(),
        new Dropout(),
        new Linear(9216, 4096),
        new ReLU(),
        new Dropout(),
        new Linear(4096, 4096),
        new ReLU(),
        new Linear(4096, 1000));

    static Sequential LinearBlock(int inFeatures, int outFeatures) => new(new Linear(inFeatures, outFeatures), new ReLU());

    static Sequential ConvBlock(int inChannels, int outChannels) =>
        new(new Conv2d(inChannels, outChannels, (3, 3), padding: 1), new ReLU());

    /// <summary>As the chapter writes models: a class around a Sequential.</summary>
    public sealed class Wrapped(params Module[] modules) : Module
    {
        readonly Sequential main = new(modules);

        protected override Tensor Forward(Tensor x) => main.Call(x);
    }

    sealed class CalledTwice : Module
    {
        readonly Conv2d conv = new(3, 3, 3, padding: 1);
        readonly ReLU relu = new();
        readonly Linear head = new(192, 2);

        protected override Tensor Forward(Tensor x)
        {
            for (var i = 0; i < 2; i++)
                x = relu.Call(conv.Call(x));
            return head.Call(x.Flatten(1));
        }
    }
}

namespace CourseCnn.Tests.Figures.Diagrams;

/// <summary>Models of the course, and one that is none.</summary>
static class Networks
{
    internal static Module Pooled() => new Sequential(
        new Conv2d(1, 3, 3, padding: 1), new ReLU(), new MaxPool2d((2, 2)),
        new Conv2d(3, 2, 3, padding: 1), new ReLU(), new MaxPool2d((2, 2)),
        new Flatten(), new Linear(1250, 1));

    internal static Module Deep(int layers) =>
        new Sequential([.. Enumerable.Range(0, layers).Select(Module (_) => new Conv2d(2, 2, 3, padding: 1))]);

    /// <summary>The variant that torchvision has.</summary>
    internal sealed class AlexNet : Module
    {
        readonly Sequential features = new(
            new Conv2d(3, 64, 11, stride: 4, padding: 2), new ReLU(), new MaxPool2d(3, stride: 2),
            new Conv2d(64, 192, 5, padding: 2), new ReLU(), new MaxPool2d(3, stride: 2),
            new Conv2d(192, 384, 3, padding: 1), new ReLU(),
            new Conv2d(384, 256, 3, padding: 1), new ReLU(),
            new Conv2d(256, 256, 3, padding: 1), new ReLU(), new MaxPool2d(3, stride: 2));

        readonly AdaptiveAvgPool2d pool = new((6, 6));

        readonly Sequential classifier = new(
            new Dropout(), new Linear(256 * 6 * 6, 4096), new ReLU(),
            new Dropout(), new Linear(4096, 4096), new ReLU(),
            new Linear(4096, 1000));

        protected override Tensor Forward(Tensor x) => classifier.Call(pool.Call(features.Call(x)).Flatten(1));
    }

    /// <summary>One convolution called twice, with a layer between that this library does not know.</summary>
    internal sealed class Again : Module
    {
        readonly Conv2d conv = new(2, 2, 3, padding: 1);
        readonly Halve halve = new();

        protected override Tensor Forward(Tensor x) => conv.Call(halve.Call(conv.Call(x)));
    }

    internal sealed class Halve : Module
    {
        protected override Tensor Forward(Tensor x) => Functional.Conv2d(x, Tensor.Ones((2, 1, 2, 2)), stride: 2, groups: 2);

        protected internal override string ExtraRepr() => "kernel_size=(2, 2)";
    }
}

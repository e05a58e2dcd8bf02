namespace CourseCnn.Tests.Modules;

public partial class ModuleTests
{
    sealed class Model : Module
    {
        readonly Sequential main = new(
            new Conv2d(1, 3, 3, padding: 1),
            new Conv2d(3, 2, (5, 3), padding: "same", dilation: 2, bias: false, paddingMode: PaddingMode.Reflect));

        readonly Parameter scale = new(Tensor.Of([2]));

        Module Head { get; } = new Conv2d(2, 1, 1);

        protected override Tensor Forward(Tensor x) => Head.Call(main.Call(x)) * scale;
    }

    class Base : Module
    {
        readonly Module inner = new Linear(1, 1);

        protected override Tensor Forward(Tensor x) => inner.Call(x);
    }

    sealed class Ordered(Module fromConstructor) : Base
    {
        readonly Module first = new ReLU();

        public Module SecondOne { get; } = new ReLU();

        readonly Module third = new ReLU();

        // Holds nothing of its own.
        public Module Alias => first;

        protected override Tensor Forward(Tensor x) => fromConstructor.Call(third.Call(base.Forward(x)));
    }

    sealed class Hiding : Base
    {
        readonly Module inner = new Linear(1, 1);

        protected override Tensor Forward(Tensor x) => inner.Call(x);
    }

    sealed class Collections : Module
    {
        public readonly List<Linear> list = [new(1, 1), new(1, 1)];
        public readonly Module[] array = [new Linear(1, 1)];
        public readonly HashSet<Module> set = [new Linear(1, 1)];
        public readonly Dictionary<string, Module> named = new() { ["left"] = new Linear(1, 1) };
        public readonly (Module, int) pair = (new Linear(1, 1), 3);
        public readonly List<List<Module>> nested = [[new Linear(1, 1)]];
        public readonly float[] numbers = new float[1_000_000];
        public readonly List<string> words = ["no", "module"];

        protected override Tensor Forward(Tensor x) => list[0].Call(x);
    }

    sealed class Scales : Module
    {
        readonly Parameter[] scales = [new(Tensor.Of([1])), new(Tensor.Of([2]))];

        protected override Tensor Forward(Tensor x) => x * scales[0] * scales[1];
    }

    sealed class Lazily : Module
    {
        readonly IEnumerable<Module> layers = Enumerable.Range(0, 2).Select(_ => new Linear(1, 1));

        protected override Tensor Forward(Tensor x) => layers.Aggregate(x, (y, layer) => layer.Call(y));
    }

    sealed class Plus : Module
    {
        protected override Tensor Forward(Tensor x) => x + 1;
    }

    sealed class PerRow : Module
    {
        protected override Tensor Forward(Tensor x) => x.Rank == 1
            ? x + 1
            : Tensor.Stack([.. Enumerable.Range(0, x.Shape[0]).Select(i => Call(x[i]))]);
    }
}

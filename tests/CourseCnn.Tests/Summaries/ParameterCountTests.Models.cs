namespace CourseCnn.Tests.Summaries;

public partial class ParameterCountTests
{
    /// <summary>Works with its layers' weights without calling the layers.</summary>
    sealed class OnlyWeights : Module
    {
        readonly Linear layer = new(10, 10, bias: true);
        readonly Linear unused = new(2, 3, bias: true);

        protected override Tensor Forward(Tensor x) => x.MatMul(layer.Weight) + layer.Bias!;

        public Tensor Other(Tensor x) => unused.Call(x);
    }

    sealed class Scaled : Module
    {
        readonly Linear layer = new(4, 4);
        readonly Parameter scale = new(Tensor.Ones(3));

        protected override Tensor Forward(Tensor x) => layer.Call(x) * scale[0];
    }

    sealed class Block(Module act) : Module
    {
        readonly Linear[] layers = [new(4, 4), new(4, 4)];
        readonly Module act = act;

        protected override Tensor Forward(Tensor x)
        {
            foreach (var layer in layers)
                x = act.Call(layer.Call(x));
            return x;
        }
    }

    sealed class Net : Module
    {
        readonly Block[] blocks;

        public Net()
        {
            var shared = new ReLU();
            blocks = [new(shared), new(shared), new(shared)];
        }

        protected override Tensor Forward(Tensor x)
        {
            foreach (var block in blocks)
                x = block.Call(x);
            return x;
        }
    }

    sealed class Holds(Parameter weight) : Module
    {
        readonly Parameter weight = weight;

        protected override Tensor Forward(Tensor x) => x.MatMul(weight);
    }

    sealed class Held(Module called, Module idle) : Module
    {
        readonly Module called = called;
        readonly Module[] idle = [idle];

        protected override Tensor Forward(Tensor x) => called.Call(x);

        public Tensor Other(Tensor x) => idle[0].Call(x);
    }

    sealed class Collections : Module
    {
        readonly Dictionary<string, Module> heads = new() { ["used"] = new Linear(4, 4), ["unused"] = new Linear(4, 4) };
        readonly (Linear First, Linear Second) pair = (new(4, 4), new(4, 4));
        readonly List<List<Module>> nested = [[new Linear(4, 4)], [new Linear(4, 4), new ReLU()]];
        readonly Module[,] table = { { new Linear(4, 4) } };

        protected override Tensor Forward(Tensor x)
        {
            x = pair.Second.Call(pair.First.Call(heads["used"].Call(x)));
            foreach (var module in nested.SelectMany(modules => modules))
                x = module.Call(x);
            return table[0, 0].Call(x);
        }
    }
}

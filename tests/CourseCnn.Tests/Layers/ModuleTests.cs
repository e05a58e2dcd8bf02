namespace CourseCnn.Tests;

public class ModuleTests
{
    [Fact]
    public void Parameters_are_named_as_in_PyTorch() => Assert.Equal(
        ["scale", "main.0.weight", "main.0.bias", "main.1.weight", "head.weight", "head.bias"],
        new Model().NamedParameters().Select(parameter => parameter.Name));

    [Fact]
    public void A_module_prints_its_tree_as_in_PyTorch() => Assert.Equal(
        """
        Model(
          (main): Sequential(
            (0): Conv2d(1, 3, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
            (1): Conv2d(3, 2, kernel_size=(5, 3), stride=(1, 1), padding=same, dilation=(2, 2), bias=False, padding_mode=reflect)
          )
          (head): Conv2d(2, 1, kernel_size=(1, 1), stride=(1, 1))
        )
        """,
        new Model().ToString());

    [Fact]
    public void Evaluation_and_training_reach_every_module()
    {
        var model = new Model();
        Assert.True(model.Training);
        Assert.All(model.Eval().Modules(), module => Assert.False(module.Training));
        Assert.All(model.Train().Modules(), module => Assert.True(module.Training));
    }

    [Fact]
    public void A_class_that_extends_another_calls_its_Forward_as_base()
    {
        var x = Tensor.Rand((1, 4, 4));
        Module extended = new TwiceExtended();
        Close.Exactly(new Tensor([.. x.Span.ToArray().Select(value => value + 3)], x.Shape), extended.Forward(x));
    }

    sealed class Model : Module
    {
        readonly Sequential main = new(
            new Conv2d(1, 3, 3, padding: 1),
            new Conv2d(3, 2, (5, 3), padding: "same", dilation: 2, bias: false, paddingMode: PaddingMode.Reflect));

        readonly Parameter scale = new(new Tensor([2], 1));

        Module Head { get; } = new Conv2d(2, 1, 1);

        public override Tensor Forward(Tensor x)
        {
            var y = Head.Forward(main.Forward(x));
            return new Tensor([.. y.Span.ToArray().Select(value => value * scale.Span[0])], y.Shape);
        }
    }

    class Plus : Module
    {
        public override Tensor Forward(Tensor x) => new([.. x.Span.ToArray().Select(value => value + 1)], x.Shape);
    }

    class Extended : Plus
    {
        public override Tensor Forward(Tensor x) => base.Forward(base.Forward(x));
    }

    sealed class TwiceExtended : Extended
    {
        readonly Plus inner = new();

        public override Tensor Forward(Tensor x) => inner.Forward(base.Forward(x));
    }
}

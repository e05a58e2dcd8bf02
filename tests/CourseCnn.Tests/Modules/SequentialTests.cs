namespace CourseCnn.Tests.Modules;

public class SequentialTests
{
    [Fact]
    public void Modules_are_called_in_order()
    {
        var model = new Sequential(new Conv2d(1, 2, 3), new Conv2d(2, 5, 3, padding: 1));
        Assert.Equal(new Shape(5, 6, 6), model.Call(Tensor.Rand((1, 8, 8))).Shape);
    }

    [Fact]
    public void Without_modules_the_input_comes_back()
    {
        var x = Tensor.Rand(3);
        Assert.Same(x, new Sequential().Call(x));
    }

    [Fact]
    public void A_row_of_one_row_stays_two_levels_deep()
    {
        var inner = new Sequential(new Conv2d(1, 1, 1), new Conv2d(1, 1, 1));
        Assert.Equal([inner], new Sequential(inner).Children());
    }

    [Fact]
    public void Modules_are_found_by_number_and_range()
    {
        var model = new Sequential { new Conv2d(1, 1, 1), new Conv2d(1, 1, 2), new Conv2d(1, 1, 3) };
        Assert.Equal(3, model.Count);
        Assert.Same(model[2], model[^1]);
        Assert.Equal([model[1], model[2]], model[1..]);
        Assert.Equal([model[0], model[1]], model[..^1]);
        Assert.Equal(model, model[..7]);
        Assert.Empty(model[5..]);
    }

    [Theory]
    [InlineData(3, "This Sequential has 1 module: there is no [3], the first is [0].")]
    [InlineData(-1, "This Sequential has 1 module: there is no [-1], the first is [0].")]
    public void A_module_that_does_not_exist_is_refused(int index, string sentence)
    {
        var model = new Sequential(new Conv2d(1, 1, 1));
        Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => model[index]).Message);
    }

    [Fact]
    public void What_a_module_keeps_is_not_written_over_wherever_it_stands()
    {
        var (first, keeping) = (new Conv2d(1, 4, 3, padding: 1), new Keeping());
        var model = new Sequential(
            first,
            new Sequential(keeping, new Conv2d(4, 4, 3, padding: 1)),
            new Conv2d(4, 4, 3, padding: 1),
            new Conv2d(4, 4, 3, padding: 1));
        var x = Tensor.Rand((1, 1, 64, 64));
        var expected = first.Call(x);
        for (var i = 0; i < 4; i++)
        {
            model.Call(x);
            Assert.Equal(expected.ToArray(), keeping.Seen!.ToArray());
        }
    }

    [Fact]
    public void Whatever_fails_is_told_with_its_place()
    {
        var turn = Assert.Throws<InvalidOperationException>(() => new Sequential(new ReLU(), new Turn()).Call(Tensor.Rand((1, 2, 3))));
        Assert.EndsWith("It is [1] in its Sequential: (1, 2, 3) → ReLU → (1, 2, 3) → Turn.", turn.Message);
        var nothing = Assert.Throws<InvalidOperationException>(() => new Sequential(new Nothing()).Call(Tensor.Rand(3)));
        Assert.StartsWith("Forward of Nothing returned null", nothing.Message);
        Assert.StartsWith(
            "[1] of this Sequential is null", Assert.Throws<ArgumentException>(() => new Sequential(new ReLU(), null!)).Message);
        Assert.StartsWith(
            "Conv2d(1, 1, kernelSize: (3, 3)) needs a tensor, but got null",
            Assert.Throws<ArgumentException>(() => new Conv2d(1, 1, 3).Call(null!)).Message);
    }

    sealed class Keeping : Module
    {
        public Tensor? Seen { get; private set; }

        protected override Tensor Forward(Tensor x) => Seen = x;
    }

    sealed class Turn : Module
    {
        protected override Tensor Forward(Tensor x) => x.T;
    }

    sealed class Nothing : Module
    {
        protected override Tensor Forward(Tensor x) => null!;
    }
}

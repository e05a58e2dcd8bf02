namespace CourseCnn.Tests;

public class SequentialTests
{
    [Fact]
    public void Modules_are_called_in_order()
    {
        var model = new Sequential(new Conv2d(1, 2, 3), new Conv2d(2, 5, 3, padding: 1));
        Assert.Equal(new Shape(5, 6, 6), model.Forward(Tensor.Rand((1, 8, 8))).Shape);
    }

    [Fact]
    public void Without_modules_the_input_comes_back()
    {
        var x = Tensor.Rand(3);
        Assert.Same(x, new Sequential().Forward(x));
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
}

using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Layers.Activations;

public class ActivationTests
{
    [Fact]
    public void Softplus_neither_overflows_nor_loses_small_numbers()
    {
        var y = new Softplus(beta: 2).Call(Tensor.Of([-30, 0, 9, 11, 1000])).ToArray();
        Assert.Equal(0.5 * Math.Exp(-60), y[0], 1e-30);
        Assert.Equal(0.5 * Math.Log(2), y[1], 1e-7);
        Assert.Equal([11f, 1000f], y[3..]);
    }

    [Fact]
    public void Softmax_works_along_any_dimension_and_with_large_numbers()
    {
        var x = Tensor.Rand((2, 3, 4)) * 1000;
        foreach (var dim in new[] { 0, 1, 2, -1, -3 })
        {
            Close.Absolute(Tensor.OnesLike(x.Sum(dim)), new Softmax(dim).Call(x).Sum(dim), 1e-6);
            Close.Absolute(new Softmax(dim).Call(x), new LogSoftmax(dim).Call(x).Exp(), 1e-6);
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    public void Without_a_dimension_softmax_takes_PyTorchs(int rank, int dim)
    {
        var x = Tensor.Rand([.. Enumerable.Repeat(2, rank)]);
        Close.Exactly(new Softmax(dim).Call(x), new Softmax().Call(x));
    }
}

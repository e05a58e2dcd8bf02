namespace CourseCnn.Tests.Layers.Pooling;

public class MaxPool2dTests
{
    static readonly Tensor Image = Tensor.Of([[[1, -2, 5], [3, 4, -7]]]);

    [Fact]
    public void Max_pooling_says_where_each_greatest_number_stands()
    {
        var (output, indices) = new MaxPool2d(2, stride: 1).CallWithIndices(Image);
        Assert.Equal([4f, 5f], output.ToArray());
        Assert.Equal([4f, 2f], indices.ToArray());
    }

    [Fact]
    public void Max_pooling_lets_no_NaN_get_lost() =>
        Assert.True(float.IsNaN(new MaxPool2d(2).Call(Tensor.Of([[[1, double.NaN], [3, 4]]])).Item()));

    [Fact]
    public void A_border_never_wins_in_max_pooling() =>
        Assert.Equal([-5f], new MaxPool2d(3, padding: 1, stride: 3).Call(Tensor.Of([[[-5, -6], [-7, -8]]])).ToArray());
}

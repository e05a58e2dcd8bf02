namespace CourseCnn.Tests.Tensors;

public class ShapeTests
{
    [Fact]
    public void A_shape_prints_like_a_tuple() => Assert.Equal("(1, 100, 100)", new Shape(1, 100, 100).ToString());

    [Fact]
    public void A_shape_is_spread_matched_and_cut_like_a_list()
    {
        Shape shape = (2, 3, 4);
        Assert.Equal([2, 3, 4, 5], new Shape([.. shape, 5]).ToArray());
        Assert.Equal([7], new Shape([.. new Shape(), 7]).ToArray());
        Assert.True(shape is [2, _, var last] && last == 4);
        Assert.Equal((2, 3), shape[..^1]);
        Assert.Equal(24, shape.Count);
        Assert.Equal(3, shape.Rank);
    }

    [Fact]
    public void Sizes_that_no_tensor_can_have_are_errors()
    {
        Assert.Equal(
            "A shape's sizes cannot be negative, but (2, -1) was given.", Assert.Throws<ArgumentException>(() => new Shape(2, -1)).Message);
        var error = Assert.Throws<ArgumentException>(() => new Shape(100_000, 100_000));
        Assert.Equal("A tensor holds at most 2147483591 elements; shape (100000, 100000) asks for more.", error.Message);
    }

    [Fact]
    public void A_dimension_that_does_not_exist_is_an_error()
    {
        Assert.Equal(
            "Shape (2, 3) has 2 dimensions: dimension 2 does not exist, take -2 to 1.",
            Assert.Throws<ArgumentException>(() => new Shape(2, 3)[2]).Message);
        Assert.Equal(
            "Shape (5) has 1 dimension: dimension -2 does not exist, take -1 to 0.",
            Assert.Throws<ArgumentException>(() => new Shape(5)[-2]).Message);
    }
}

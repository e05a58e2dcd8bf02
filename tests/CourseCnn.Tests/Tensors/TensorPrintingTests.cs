using CourseCnn.Tensors;

namespace CourseCnn.Tests.Tensors;

public class TensorPrintingTests
{
    [Theory]
    [InlineData("tensor(3.1416)", 3.14159265)]
    [InlineData("tensor(0.)", 0)]
    [InlineData("tensor(-0.)", -0.0)]
    [InlineData("tensor(5.)", 5)]
    [InlineData("tensor(-1.5000)", -1.5)]
    [InlineData("tensor(nan)", double.NaN)]
    [InlineData("tensor(-inf)", double.NegativeInfinity)]
    [InlineData("tensor(1.0000e-04)", .0001)]
    [InlineData("tensor(0.0010)", .001)]
    [InlineData("tensor(1.0000e+08)", 100000008.0)]
    [InlineData("tensor(100000000.)", 1e8)]
    [InlineData("tensor(3.4028e+38)", float.MaxValue)]
    [InlineData("tensor(1.4013e-45)", 1.4e-45)]
    public void A_single_number(string expected, double value) => Assert.Equal(expected, Tensor.Scalar(value).ToString());

    [Theory]
    [InlineData("tensor(0.0312)", 0.03125)]
    [InlineData("tensor(0.0938)", 0.09375)]
    [InlineData("tensor(-0.0312)", -0.03125)]
    [InlineData("tensor(0.1562)", 0.15625)]
    [InlineData("tensor(2.0312)", 2.03125)]
    [InlineData("tensor(3.0518e-05)", 1.0 / 32768)]
    [InlineData("tensor(1.2500e-05)", 1.25e-5)]
    [InlineData("tensor(1.0000e+08)", 100005000.0)]
    [InlineData("tensor(1.0002e+08)", 100015000.0)]
    [InlineData("tensor(1.0000e+09)", 999999999.0)]
    public void Ties_go_to_the_even_digit_as_in_Python(string expected, double value) => Assert.Equal(
        expected, Tensor.Scalar(value).ToString());

    [Fact]
    public void Whole_numbers_end_in_a_point_and_are_aligned()
    {
        Assert.Equal("tensor([1., 2., 3.])", Tensor.Of([1, 2, 3]).ToString());
        Assert.Equal(
            """
            tensor([[  1.,  -2.],
                    [100.,   0.]])
            """, Tensor.Of([[1, -2], [100, 0]]).ToString());
        Assert.Equal("tensor([   1., 1000.])", Tensor.Of([1, 1000]).ToString());
    }

    [Fact]
    public void Fractions_have_four_digits()
    {
        Assert.Equal("tensor([0.1000, 0.2000, 0.3333])", Tensor.Of([.1, .2, 1.0 / 3]).ToString());
        Assert.Equal(
            """
            tensor([[ 0.0625,  0.1250],
                    [-1.0000, 12.5000]])
            """, Tensor.Of([[.0625, .125], [-1, 12.5]]).ToString());
        Assert.Equal("tensor([1.5000, -0.0000])", Tensor.Of([1.5, -0.0]).ToString());
    }

    [Fact]
    public void Far_apart_numbers_get_exponents()
    {
        Assert.Equal("tensor([1.0000e+00, 1.0010e+03])", Tensor.Of([1, 1001]).ToString());
        Assert.Equal("tensor([1.0000e-05, 1.0000e+00])", Tensor.Of([1e-5, 1]).ToString());
        Assert.Equal("tensor([ 0.0000e+00, -2.5000e-01,  1.0000e+03])", Tensor.Of([0, -.25, 1000]).ToString());
        Assert.Equal("tensor([1.0000e-10, 0.0000e+00])", Tensor.Of([1e-10, 0]).ToString());
    }

    [Fact]
    public void What_is_no_number_decides_nothing()
    {
        Assert.Equal("tensor([1., nan, inf])", Tensor.Of([1, double.NaN, double.PositiveInfinity]).ToString());
        Assert.Equal("tensor([1.5000,    nan,   -inf])", Tensor.Of([1.5, double.NaN, double.NegativeInfinity]).ToString());
        Assert.Equal("tensor([nan, nan])", Tensor.Of([double.NaN, double.NaN]).ToString());
        Assert.Equal("tensor([0., inf])", Tensor.Of([0, double.PositiveInfinity]).ToString());
        Assert.Equal("tensor([1.0000e+00, 1.0000e+04,        nan])", Tensor.Of([1, 10000, double.NaN]).ToString());
    }

    [Fact]
    public void Empty_tensors_tell_their_size()
    {
        Assert.Equal("tensor([])", Tensor.Zeros(0).ToString());
        Assert.Equal("tensor([], size=(0, 3))", Tensor.Zeros((0, 3)).ToString());
        Assert.Equal("tensor([], size=(2, 0, 1))", Tensor.Zeros((2, 0, 1)).ToString());
    }

    [Fact]
    public void Long_rows_are_wrapped_at_80_characters()
    {
        Assert.Equal(
            """
            tensor([ 0.,  1.,  2.,  3.,  4.,  5.,  6.,  7.,  8.,  9., 10., 11., 12., 13.,
                    14., 15., 16., 17., 18., 19.])
            """, Tensor.Arange(20).ToString());
        Assert.Equal(
            """
            tensor([[ 0.5000,  1.5000,  2.5000,  3.5000,  4.5000,  5.5000,  6.5000,  7.5000,
                      8.5000,  9.5000],
                    [10.5000, 11.5000, 12.5000, 13.5000, 14.5000, 15.5000, 16.5000, 17.5000,
                     18.5000, 19.5000]])
            """, (Tensor.Arange(20) + .5).Reshape(2, 10).ToString());
    }

    [Fact]
    public void Slices_are_apart_by_as_many_lines_as_dimensions_below()
    {
        Assert.Equal(
            "tensor([[[0., 1.],\n         [2., 3.]],\n\n        [[4., 5.],\n         [6., 7.]]])",
            Tensor.Arange(8).Reshape(2, 2, 2).ToString());
        Assert.Equal("tensor([[[[0.]]],\n\n\n        [[[1.]]]])", Tensor.Arange(2).Reshape(2, 1, 1, 1).ToString());
    }

    [Fact]
    public void More_than_1000_elements_are_shortened()
    {
        Assert.Equal("tensor([   0.,    1.,    2.,  ...,  998.,  999., 1000.])", Tensor.Arange(1001).ToString());
        Assert.Equal("tensor([0., 0., 0.,  ..., 0., 0., 0.])", Tensor.Zeros(1001).ToString());
        Assert.Equal(
            """
            tensor([[1., 1., 1.,  ..., 1., 1., 1.],
                    [1., 1., 1.,  ..., 1., 1., 1.],
                    [1., 1., 1.,  ..., 1., 1., 1.],
                    ...,
                    [1., 1., 1.,  ..., 1., 1., 1.],
                    [1., 1., 1.,  ..., 1., 1., 1.],
                    [1., 1., 1.,  ..., 1., 1., 1.]])
            """, Tensor.Ones((100, 100)).ToString());
        Assert.Equal(
            """
            tensor([[1., 1., 1.,  ..., 1., 1., 1.],
                    [1., 1., 1.,  ..., 1., 1., 1.]])
            """, Tensor.Ones((2, 501)).ToString());
        Assert.Equal(
            """
            tensor([[1., 1.],
                    [1., 1.],
                    [1., 1.],
                    ...,
                    [1., 1.],
                    [1., 1.],
                    [1., 1.]])
            """, Tensor.Ones((501, 2)).ToString());
    }

    [Fact]
    public void Shortened_slices_keep_their_distance()
    {
        const string Slice = "[[1., 1.],\n         [1., 1.]]";
        Assert.Equal(
            $"tensor([{Slice},\n\n        {Slice},\n\n        {Slice},\n\n        ...,\n\n"
            + $"        {Slice},\n\n        {Slice},\n\n        {Slice}])",
            Tensor.Ones((300, 2, 2)).ToString());
    }

    [Fact]
    public void Elements_left_out_do_not_decide_the_format()
    {
        var t = Tensor.Ones(1001);
        t[500] = .12345;
        Assert.Equal("tensor([1., 1., 1.,  ..., 1., 1., 1.])", t.ToString());
    }

    [Fact]
    public void Exactly_1000_elements_are_all_shown() => Assert.DoesNotContain("...", Tensor.Zeros((10, 100)).ToString());

    [Fact]
    public void Notes_follow_on_the_line_or_on_the_next()
    {
        Assert.Equal("tensor([1.], requires_grad=True)", TensorPrinter.Print(Tensor.Ones(1), "requires_grad=True"));
        Assert.Equal("tensor([], size=(0, 3), requires_grad=True)", TensorPrinter.Print(Tensor.Zeros((0, 3)), "requires_grad=True"));
        Assert.Equal(
            "tensor([1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.],\n       requires_grad=True)",
            TensorPrinter.Print(Tensor.Ones(18), "requires_grad=True"));
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace CourseCnn.Tests.Tensors;

public class TensorCreationTests
{
    [Fact]
    public void Collection_expressions_make_one_to_four_dimensions()
    {
        Assert.Equal("(3)", Tensor.Of([1, .5, 2]).Shape.ToString());
        Assert.Equal("(2, 2)", Tensor.Of([[.0625, .125], [1, 2]]).Shape.ToString());
        Assert.Equal("(1, 2, 2)", Tensor.Of([[[1, 2], [3, 4]]]).Shape.ToString());
        Assert.Equal("(2, 1, 1, 3)", Tensor.Of([[[[1, 2, 3]]], [[[4, 5, 6]]]]).Shape.ToString());
        Assert.Equal([1, 2, 3, 4, 5, 6], Tensor.Of([[[[1, 2, 3]]], [[[4, 5, 6]]]]).ToArray());
    }

    [Fact]
    public void Numbers_are_rounded_to_floats() => Assert.Equal([.1f, 1f / 3], Tensor.Of([.1, 1.0 / 3]).ToArray());

    [Fact]
    public void Empty_rows_keep_their_dimensions()
    {
        Assert.Equal("(0)", Tensor.Of([]).Shape.ToString());
        Assert.Equal("(1, 0)", Tensor.Of([[]]).Shape.ToString());
        Assert.Equal("(0, 0, 0)", Tensor.Of(Array.Empty<double[][]>()).Shape.ToString());
    }

    [Fact]
    public void Ragged_rows_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.Of([[1, 2, 3], [4, 5]]));
        Assert.Equal("The rows given to Tensor.Of are not equally long: row 1 is of length 2, but row 0 of length 3.", error.Message);
        error = Assert.Throws<ArgumentException>(() => Tensor.Of([[[1, 2], [3, 4]], [[5, 6], [7]]]));
        Assert.Equal(
            "The rows given to Tensor.Of are not equally long: row [1][1] is of length 1, but row [0][0] of length 2.", error.Message);
        error = Assert.Throws<ArgumentException>(() => Tensor.Of([[1], null!]));
        Assert.Equal("Tensor.Of needs numbers, but row 1 is null.", error.Message);
    }

    [Fact]
    public void Filled_tensors()
    {
        Assert.True(Tensor.Zeros((2, 3)).Equal(Tensor.Of([[0, 0, 0], [0, 0, 0]])));
        Assert.True(Tensor.Ones([1, 2]).Equal(Tensor.Of([[1, 1]])));
        Assert.True(Tensor.Full(2, .5).Equal(Tensor.Of([.5, .5])));
        Assert.True(Tensor.Eye(2).Equal(Tensor.Of([[1, 0], [0, 1]])));
        Assert.True(Tensor.Eye(2, 3).Equal(Tensor.Of([[1, 0, 0], [0, 1, 0]])));
        Assert.True(Tensor.Eye(3, 1).Equal(Tensor.Of([[1], [0], [0]])));
        Assert.True(Tensor.OnesLike(Tensor.Zeros(2)).Equal(Tensor.Of([1, 1])));
        Assert.True(Tensor.ZerosLike(Tensor.Ones(2)).Equal(Tensor.Of([0, 0])));
        Assert.Equal(0, Tensor.Scalar(5).Rank);
        Assert.Equal(5, Tensor.Scalar(5).Item());
    }

    [Fact]
    public void Arange_leaves_out_the_end()
    {
        Assert.Equal([0, 1, 2], Tensor.Arange(3).ToArray());
        Assert.Equal([1, 1.5f, 2], Tensor.Arange(1, 2.5, .5).ToArray());
        Assert.Equal([3, 2, 1], Tensor.Arange(3, 0, -1).ToArray());
        Assert.Empty(Tensor.Arange(0).ToArray());
    }

    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(0, 3, -1)]
    [InlineData(3, 0, 1)]
    [InlineData(0, double.PositiveInfinity, 1)]
    [InlineData(double.NaN, 1, 1)]
    public void Arange_that_never_arrives_is_an_error(double start, double end, double step)
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.Arange(start, end, step));
        Assert.Contains("must lead towards the end", error.Message);
    }

    [Fact]
    public void LinSpace_has_exact_ends_and_is_symmetric()
    {
        var numbers = Tensor.LinSpace(-1, 1, 11).ToArray();
        Assert.Equal(-1, numbers[0]);
        Assert.Equal(1, numbers[^1]);
        for (var i = 0; i < numbers.Length; i++)
            Assert.Equal(-numbers[i], numbers[numbers.Length - 1 - i]);
        Assert.Equal([2], Tensor.LinSpace(2, 5, 1).ToArray());
        Assert.Empty(Tensor.LinSpace(2, 5, 0).ToArray());
        Assert.Throws<ArgumentException>(() => Tensor.LinSpace(0, 1, -1));
    }

    [Fact]
    public void Arrays_are_copied()
    {
        float[] numbers = [1, 2, 3, 4];
        var tensor = Tensor.FromArray(numbers, (2, 2));
        numbers[0] = 9;
        Assert.Equal([1, 2, 3, 4], tensor.ToArray());
        tensor.ToArray()[1] = 9;
        Assert.Equal([1, 2, 3, 4], tensor.ToArray());
        var error = Assert.Throws<ArgumentException>(() => Tensor.FromArray(numbers, (2, 3)));
        Assert.Equal("Shape (2, 3) has 6 elements, but 4 numbers were given.", error.Message);
    }

    [Fact]
    public void Rectangular_arrays_of_any_number_type_are_read_in_row_major_order()
    {
        Assert.True(Tensor.FromArray(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }).Equal(Tensor.Of([[1, 2, 3], [4, 5, 6]])));
        Assert.True(Tensor.FromArray(new double[,] { { 1 }, { .5 } }).Equal(Tensor.Of([[1], [.5]])));
        Assert.True(Tensor.FromArray(new int[,,] { { { 1, 2 } } }).Equal(Tensor.Of([[[1, 2]]])));
        Assert.True(Tensor.FromArray(new byte[2, 1, 1, 2]).Equal(Tensor.Zeros((2, 1, 1, 2))));
        Assert.Equal("(0, 3)", Tensor.FromArray(new float[0, 3]).Shape.ToString());
        var error = Assert.Throws<ArgumentException>(() => Tensor.FromArray(new string[,] { { "1" } }));
        Assert.Equal("Tensor.FromArray needs an array of numbers, but got one of String.", error.Message);
    }

    [Fact]
    public void MathNet_matrices_and_vectors_go_both_ways()
    {
        var tensor = Tensor.Of([[1, 2, 3], [4, 5, 6]]);
        Assert.Equal(6, tensor.ToMatrix()[1, 2]);
        Assert.Equal(4, tensor.ToDoubleMatrix()[1, 0]);
        Assert.True(Tensor.FromMatrix(tensor.ToMatrix()).Equal(tensor));
        Assert.True(Tensor.FromMatrix(tensor.ToDoubleMatrix()).Equal(tensor));
        Assert.True(Tensor.FromVector(Tensor.Arange(3).ToVector()).Equal(Tensor.Arange(3)));
        Assert.True(Tensor.FromVector(Vector<double>.Build.Dense([1, .5])).Equal(Tensor.Of([1, .5])));
        Assert.True(Tensor.FromMatrix(Matrix<double>.Build.SparseIdentity(3)).Equal(Tensor.Eye(3)));
        Assert.Throws<InvalidOperationException>(() => Tensor.Arange(3).ToMatrix());
        Assert.Throws<InvalidOperationException>(() => tensor.ToDoubleVector());
    }

    [Fact]
    public void Only_one_element_is_a_number()
    {
        Assert.Equal(5, (float)Tensor.Of([[5]]));
        var error = Assert.Throws<InvalidOperationException>(() => Tensor.Zeros((2, 2)).Item());
        Assert.Equal(
            "Only a tensor of one element is a number, but shape (2, 2) has 4; pick one, as in t[0], or reduce, as in t.Sum().",
            error.Message);
    }
}

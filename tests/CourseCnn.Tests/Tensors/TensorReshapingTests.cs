using CsCheck;

namespace CourseCnn.Tests.Tensors;

public class TensorReshapingTests
{
    static readonly Tensor Matrix = Tensor.Of([[1, 2, 3], [4, 5, 6]]);

    [Fact]
    public void Reshape_keeps_the_order_and_works_out_one_size()
    {
        Assert.True(Matrix.Reshape(3, 2).Equal(Tensor.Of([[1, 2], [3, 4], [5, 6]])));
        Assert.Equal("(6)", Matrix.Reshape(-1).Shape.ToString());
        Assert.Equal("(3, 2)", Matrix.Reshape((3, -1)).Shape.ToString());
        Assert.Equal("(1, 2, 3)", Matrix.Reshape([1, -1, 3]).Shape.ToString());
        Assert.Equal("(1, 6, 1, 1)", Matrix.Reshape((1, -1, 1, 1)).Shape.ToString());
        Assert.Equal("(3, 2)", Matrix.Reshape(Tensor.Zeros((3, 2)).Shape).Shape.ToString());
        Assert.Equal(0, Tensor.Ones(1).Reshape().Rank);
        Assert.Equal("(0, 5)", Tensor.Zeros((0, 3)).Reshape(0, 5).Shape.ToString());
    }

    [Fact]
    public void Reshape_shares_the_storage()
    {
        var t = Tensor.Zeros((2, 2));
        t.Reshape(4)[3] = 1;
        t.Squeeze().Unsqueeze(0)[0, 0, 0] = 2;
        Assert.True(t.Equal(Tensor.Of([[2, 0], [0, 1]])));
    }

    [Theory]
    [InlineData("Shape (2, 3) has 6 elements, which cannot be arranged as (4, 2).", 4, 2)]
    [InlineData("Shape (2, 3) has 6 elements, which cannot be arranged as (4, -1).", 4, -1)]
    [InlineData("Shape (2, 3) has 6 elements, which cannot be arranged as (-2, -3).", -2, -3)]
    [InlineData("Shape (2, 3) has 6 elements, which cannot be arranged as (0, -1).", 0, -1)]
    [InlineData("Shape (2, 3) has 6 elements, which cannot be arranged as (65536, 65536).", 65536, 65536)]
    [InlineData("Reshape can work out one size only, but (-1, -1) holds more than one -1.", -1, -1)]
    public void Reshape_to_another_count_is_an_error(string expected, params int[] sizes) =>
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => Matrix.Reshape(sizes)).Message);

    [Fact]
    public void Squeeze_unsqueeze_and_flatten()
    {
        Assert.Equal("(2, 3)", Tensor.Zeros([1, 2, 1, 3]).Squeeze().Shape.ToString());
        Assert.Equal("(1, 2, 3)", Tensor.Zeros([1, 2, 1, 3]).Squeeze(2).Shape.ToString());
        Assert.Equal("(1, 2, 1, 3)", Tensor.Zeros([1, 2, 1, 3]).Squeeze(1).Shape.ToString());
        Assert.Equal("(1, 2, 3)", Matrix.Unsqueeze(0).Shape.ToString());
        Assert.Equal("(2, 3, 1)", Matrix.Unsqueeze(-1).Shape.ToString());
        Assert.Equal("(2, 1, 3)", Matrix.Unsqueeze(-2).Shape.ToString());
        Assert.Equal("(24)", Tensor.Zeros((2, 3, 4)).Flatten().Shape.ToString());
        Assert.Equal("(2, 12)", Tensor.Zeros((2, 3, 4)).Flatten(1).Shape.ToString());
        Assert.Equal("(6, 4)", Tensor.Zeros((2, 3, 4)).Flatten(0, 1).Shape.ToString());
        Assert.Equal("(1)", Tensor.Scalar(1).Flatten().Shape.ToString());
        Assert.Throws<ArgumentException>(() => Matrix.Flatten(1, 0));
        Assert.Equal(
            "Shape (2, 3) has places -3 to 2 for a new dimension, but Unsqueeze(3) was asked for.",
            Assert.Throws<ArgumentException>(() => Matrix.Unsqueeze(3)).Message);
    }

    [Fact]
    public void Transposing_turns_rows_into_columns()
    {
        Assert.True(Matrix.T.Equal(Tensor.Of([[1, 4], [2, 5], [3, 6]])));
        Assert.True(Matrix.Transpose(-1, 0).Equal(Matrix.T));
        Assert.Equal("(4, 3, 2)", Tensor.Zeros((2, 3, 4)).Transpose(0, 2).Shape.ToString());
        Assert.Throws<InvalidOperationException>(() => Tensor.Zeros((2, 3, 4)).T);
        Assert.Equal(
            "Permute needs every dimension of shape (2, 3) once, but got (0, 0).",
            Assert.Throws<ArgumentException>(() => Matrix.Permute(0, 0)).Message);
        Assert.Throws<ArgumentException>(() => Matrix.Permute(0));
    }

    [Fact]
    public void Flip_runs_backwards()
    {
        Assert.True(Matrix.Flip(1).Equal(Tensor.Of([[3, 2, 1], [6, 5, 4]])));
        Assert.True(Matrix.Flip(0, -1).Equal(Tensor.Of([[6, 5, 4], [3, 2, 1]])));
        Assert.Equal("(0, 2)", Tensor.Zeros((0, 2)).Flip(0).Shape.ToString());
    }

    [Fact]
    public void Expand_repeats()
    {
        Assert.True(Tensor.Of([[1], [2]]).Expand((2, 3)).Equal(Tensor.Of([[1, 1, 1], [2, 2, 2]])));
        Assert.True(Tensor.Of([1, 2]).Expand((2, 2)).Equal(Tensor.Of([[1, 2], [1, 2]])));
        var error = Assert.Throws<ArgumentException>(() => Matrix.Expand((4, 3)));
        Assert.Equal(
            "Shape (2, 3) cannot be expanded to (4, 3): only dimensions of size 1, and new ones in front, can be repeated.", error.Message);
    }

    [Fact]
    public void Cat_joins_and_Stack_piles_up()
    {
        Assert.True(Tensor.Cat([Matrix, Matrix + 6]).Equal(Tensor.Arange(1, 13).Reshape(4, 3)));
        Assert.True(Tensor.Cat([Matrix, Tensor.Of([[7], [8]])], dim: -1).Equal(Tensor.Of([[1, 2, 3, 7], [4, 5, 6, 8]])));
        Assert.True(Tensor.Stack([Tensor.Of([1, 2]), Tensor.Of([3, 4])]).Equal(Tensor.Of([[1, 2], [3, 4]])));
        Assert.True(Tensor.Stack([Tensor.Of([1, 2]), Tensor.Of([3, 4])], dim: -1).Equal(Tensor.Of([[1, 3], [2, 4]])));
        Assert.True(Tensor.Stack([1, 2, 3]).Equal(Tensor.Of([1, 2, 3])));
        Assert.Equal(
            "Cat cannot join shapes (2, 3) and (2, 2) at dimension 0: all other sizes must be equal.",
            Assert.Throws<ArgumentException>(() => Tensor.Cat([Matrix, Tensor.Zeros((2, 2))])).Message);
        Assert.Equal(
            "Stack needs tensors of one shape, but got (2, 3) and (3, 2).",
            Assert.Throws<ArgumentException>(() => Tensor.Stack([Matrix, Matrix.T])).Message);
        Assert.Throws<ArgumentException>(() => Tensor.Cat([]));
        Assert.Throws<ArgumentException>(() => Tensor.Stack([]));
    }

    [Fact]
    public void Reshaping_goes_back_and_forth() =>
        Generated.Tensor(maxRank: 4).Sample(t =>
        {
            Assert.True(t.Flatten().Reshape(t.Shape).Equal(t));
            for (var d = -t.Rank - 1; d <= t.Rank; d++)
                Assert.True(t.Unsqueeze(d).Squeeze(d).Equal(t));
        });

    [Fact]
    public void Permuting_moves_every_element_and_can_be_undone() =>
        Generated.Tensor(maxRank: 4).SelectMany(t => Gen.Shuffle(Enumerable.Range(0, t.Rank).ToArray()).Select(order => (t, order))).Sample(
            (t, order) =>
        {
            var permuted = t.Permute(order);
            foreach (var (index, value) in Generated.Elements(t))
                Assert.Equal(value, Generated.At(permuted, [.. order.Select(d => index[d])]));
            Assert.True(permuted.Permute([.. Enumerable.Range(0, t.Rank).Select(d => Array.IndexOf(order, d))]).Equal(t));
            Assert.True(t.Flip(order).Flip(order).Equal(t));
        });
}

using CsCheck;

namespace CourseCnn.Tests.Tensors;

public class TensorMatMulTests
{
    static readonly Tensor Matrix = Tensor.Of([[1, 2, 3], [4, 5, 6]]);

    [Fact]
    public void Vectors_and_matrices_multiply_as_in_PyTorch()
    {
        Assert.True(Matrix.MatMul(Matrix.T).Equal(Tensor.Of([[14, 32], [32, 77]])));
        Assert.True(Matrix.MatMul(Tensor.Of([1, 0, -1])).Equal(Tensor.Of([-2, -2])));
        Assert.True(Tensor.Of([1, -1]).MatMul(Matrix).Equal(Tensor.Of([-3, -3, -3])));
        Assert.True(Tensor.Of([1, 2]).MatMul(Tensor.Of([3, 4])).Equal(11));
        Assert.True(Tensor.Of([1, 2]).Dot(Tensor.Of([3, 4])).Equal(11));
        Assert.True(Tensor.Zeros((2, 0)).MatMul(Tensor.Zeros((0, 3))).Equal(Tensor.Zeros((2, 3))));
        Assert.True(Tensor.Zeros((2, 0)).MatMul(Tensor.Zeros(0)).Equal(Tensor.Zeros(2)));
        Assert.Equal("(0, 3)", Tensor.Zeros((0, 2)).MatMul(Matrix).Shape.ToString());
    }

    [Fact]
    public void Batches_meet_by_broadcasting()
    {
        Assert.Equal("(5, 4, 2, 2)", Tensor.Zeros((5, 1, 2, 3)).MatMul(Tensor.Zeros((4, 3, 2))).Shape.ToString());
        Assert.Equal("(4, 2)", Tensor.Zeros((4, 2, 3)).MatMul(Tensor.Zeros(3)).Shape.ToString());
        Assert.Equal("(4, 2)", Tensor.Zeros(3).MatMul(Tensor.Zeros((4, 3, 2))).Shape.ToString());
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Matrix.MatMul(Matrix));
        Assert.Equal(
            "MatMul cannot multiply shapes (2, 3) and (2, 3): the left has 3 columns, but the right has 2 rows; they must be equal.",
            error.Message);
        error = Assert.Throws<ArgumentException>(() => Matrix.MatMul(2));
        Assert.Equal("MatMul needs vectors or matrices, but got shapes (2, 3) and (); * multiplies by a number.", error.Message);
        error = Assert.Throws<ArgumentException>(() => Tensor.Zeros((2, 2, 3)).MatMul(Tensor.Zeros((3, 3, 2))));
        Assert.StartsWith(
            "MatMul cannot multiply shapes (2, 2, 3) and (3, 3, 2): the sizes in front of the matrices (2) and (3) do not fit together",
            error.Message);
        Assert.Throws<ArgumentException>(() => Matrix.Dot(Matrix));
    }

    [Fact]
    public void The_product_equals_a_naive_loop() =>
        (from batch in Generated.Sizes(maxRank: 2)
         from shared in Gen.Bool
         from rows in Gen.Int[0, 9]
         from inner in Gen.Int[0, 20]
         from columns in Gen.Int[0, 40]
         from a in Generated.Tensor([.. batch, rows, inner])
         from b in Generated.Tensor([.. shared ? [] : batch, inner, columns])
         select (a, b)).Sample((a, b) => AssertEqualsNaive(a, b), iter: 60);

    [Theory]
    [InlineData(4, 600, 300)]
    [InlineData(9, 257, 513)]
    [InlineData(300, 300, 1)]
    public void Matrices_of_many_blocks_multiply_too(int rows, int inner, int columns) =>
        AssertEqualsNaive(
            (Tensor.Arange(rows * inner) * .37).Sin().Reshape(rows, inner),
            (Tensor.Arange(inner * columns) * .73).Cos().Reshape(inner, columns));

    static void AssertEqualsNaive(Tensor a, Tensor b)
    {
        var product = a.MatMul(b);
        var (left, right) = (a.ToArray(), b.ToArray());
        var (rows, inner, columns) = (a.Shape[-2], a.Shape[-1], b.Shape[-1]);
        var actual = product.ToArray();
        for (var i = 0; i < actual.Length; i++)
        {
            var (matrix, row, column) = (i / columns / rows, i / columns % rows, i % columns);
            var rightMatrix = b.Rank == 2 ? 0 : matrix;
            double expected = 0, size = 0;
            for (var k = 0; k < inner; k++)
            {
                var term = (double)left[(matrix * rows + row) * inner + k] * right[(rightMatrix * inner + k) * columns + column];
                expected += term;
                size += Math.Abs(term);
            }

            Assert.True(Math.Abs(expected - actual[i]) <= 1e-5 * size + 1e-12, $"{expected} is not {actual[i]}");
        }
    }
}

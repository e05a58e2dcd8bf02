using CsCheck;

namespace CourseCnn.Tests.Tensors;

public class TensorArithmeticTests
{
    static readonly Tensor Matrix = Tensor.Of([[1, 2], [3, 4]]);

    [Fact]
    public void Numbers_and_tensors_mix_on_either_side()
    {
        Assert.True((2 * Matrix - 1).Equal(Tensor.Of([[1, 3], [5, 7]])));
        Assert.True((Matrix * 2.5).Equal(Tensor.Of([[2.5, 5], [7.5, 10]])));
        Assert.True((Matrix + 1f).Equal(Tensor.Of([[2, 3], [4, 5]])));
        Assert.True((12 / Matrix).Equal(Tensor.Of([[12, 6], [4, 3]])));
        Assert.True((Matrix / 2).Equal(Tensor.Of([[.5, 1], [1.5, 2]])));
        Assert.True((1 - Matrix).Equal(Tensor.Of([[0, -1], [-2, -3]])));
        Assert.True((-Matrix).Equal(Tensor.Of([[-1, -2], [-3, -4]])));
    }

    [Fact]
    public void Shapes_meet_by_broadcasting()
    {
        Assert.True((Matrix + Tensor.Of([10, 20])).Equal(Tensor.Of([[11, 22], [13, 24]])));
        Assert.True((Matrix * Tensor.Of([[1], [0]])).Equal(Tensor.Of([[1, 2], [0, 0]])));
        Assert.Equal("(4, 3, 2)", (Tensor.Zeros((4, 1, 2)) + Tensor.Zeros((3, 1))).Shape.ToString());
        Assert.Equal("(0, 2)", (Tensor.Zeros((0, 2)) + Tensor.Zeros((1, 2))).Shape.ToString());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named_with_the_dimension()
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.Zeros((3, 4)) + Tensor.Zeros((3, 5)));
        Assert.Equal(
            "Shapes (3, 4) and (3, 5) do not fit together: dimension 1 is 4 in one and 5 in the other; the sizes must be equal, or one "
            + "of them 1.",
            error.Message);
        error = Assert.Throws<ArgumentException>(() => Tensor.Zeros((2, 3, 4)) * Tensor.Zeros(3));
        Assert.Contains("the last dimension is 4 in one and 3 in the other", error.Message);
        error = Assert.Throws<ArgumentException>(() => Tensor.Zeros((2, 3, 4)) * Tensor.Zeros((2, 4)));
        Assert.Contains("the dimension number 2 from the end is 3 in one and 2 in the other", error.Message);
    }

    [Fact]
    public void Broadcasting_equals_a_naive_loop() =>
        (from sizes in Generated.Sizes(maxRank: 4)
         from left in Shrunk(sizes)
         from right in Shrunk(sizes)
         from a in Generated.Tensor(left)
         from b in Generated.Tensor(right)
         select (a, b)).Sample((a, b) =>
        {
            var sizes = new int[Math.Max(a.Rank, b.Rank)];
            for (var back = 1; back <= sizes.Length; back++)
            {
                var (x, y) = (back <= a.Rank ? a.Shape[^back] : 1, back <= b.Rank ? b.Shape[^back] : 1);
                sizes[^back] = x == 1 ? y : x;
            }

            Check(a - b, (x, y) => x - y);
            Check(a / b, (x, y) => x / y);
            Check(a.Maximum(b), MathF.Max);
            Check(a > b, (x, y) => x > y ? 1 : 0);
            Check(a <= b, (x, y) => x <= y ? 1 : 0);

            void Check(Tensor result, Func<float, float, float> operation)
            {
                Assert.Equal(new Shape(sizes), result.Shape);
                foreach (var (index, value) in Generated.Elements(result))
                    Assert.Equal(operation(Generated.At(a, index), Generated.At(b, index)), value);
            }
        });

    [Fact]
    public void Functions_equal_those_of_MathF() =>
        Gen.Float[-20, 20].Array[1, 40].Sample(numbers =>
        {
            var t = Tensor.FromSpan(numbers, numbers.Length);
            Check(t.Abs(), MathF.Abs);
            Check(t.Exp(), MathF.Exp);
            Check(t.Abs().Log(), x => MathF.Log(MathF.Abs(x)));
            Check(t.Abs().Sqrt(), x => MathF.Sqrt(MathF.Abs(x)));
            Check((t * 2).Round(), x => MathF.Round(x * 2, MidpointRounding.ToEven));
            Check(t.Sin(), MathF.Sin);
            Check(t.Cos(), MathF.Cos);
            Check(t.Tanh(), MathF.Tanh);
            Check(t.Sigmoid(), x => 1 / (1 + MathF.Exp(-x)));
            Check(t.Relu(), x => x > 0 ? x : 0);
            Check(t.Clamp(-1, 2), x => Math.Clamp(x, -1, 2));
            Check(t.Pow(2), x => x * x);
            Check(t.Pow(-1), x => 1 / x);

            void Check(Tensor result, Func<float, float> function) =>
                Assert.True(result.AllClose(Tensor.FromArray([.. numbers.Select(function)]), rtol: 1e-6, atol: 1e-7), result.ToString());
        });

    [Fact]
    public void Functions_are_exact_where_a_learner_knows_the_answer()
    {
        foreach (var count in new[] { 1, 33 })
        {
            var zeros = Tensor.Zeros(count);
            Assert.True(zeros.Exp().Equal(Tensor.Ones(count)));
            Assert.True(zeros.Tanh().Equal(zeros));
            Assert.True(zeros.Sigmoid().Equal(Tensor.Full(count, .5)));
            Assert.True(zeros.Sin().Equal(zeros));
            Assert.True(zeros.Cos().Equal(Tensor.Ones(count)));
            Assert.True(Tensor.Ones(count).Log().Equal(zeros));
            Assert.True(Tensor.Full(count, -2).Pow(3).Equal(Tensor.Full(count, -8)));
            Assert.True(Tensor.Full(count, 9).Pow(.5).Equal(Tensor.Full(count, 3)));
        }
    }

    [Fact]
    public void NaN_and_infinity_behave_as_in_PyTorch()
    {
        const double nan = double.NaN, inf = double.PositiveInfinity;
        Assert.Equal("tensor([nan, 0., inf])", Tensor.Of([nan, -inf, inf]).Relu().ToString());
        Assert.Equal("tensor([nan, 0., 1.])", Tensor.Of([nan, -inf, inf]).Clamp(0, 1).ToString());
        Assert.Equal("tensor([nan, nan])", Tensor.Of([nan, 1]).Minimum(Tensor.Of([1, nan])).ToString());
        Assert.Equal("tensor([nan, 0., 1.])", Tensor.Of([nan, -inf, inf]).Sigmoid().ToString());
        Assert.Equal("tensor([nan, 0., inf])", Tensor.Of([nan, -inf, inf]).Exp().ToString());
        Assert.Equal("tensor([nan, -inf, inf])", Tensor.Of([-1, 0, inf]).Log().ToString());
        Assert.Equal("tensor([inf, nan, -inf])", (Tensor.Of([1, 0, -1]) / 0).ToString());
        Assert.Equal("tensor([0., 1.])", Tensor.Of([nan, 1]).Eq(Tensor.Of([nan, 1])).ToString());
        Assert.Equal("tensor([1., 0.])", Tensor.Of([nan, 1]).Ne(Tensor.Of([nan, 1])).ToString());
        Assert.Equal("tensor([1., 1.])", Tensor.Of([0, 5]).Clamp(2, 1).ToString());
    }

    [Fact]
    public void Comparisons_give_ones_and_zeros()
    {
        var t = Tensor.Of([1, 2, 3]);
        Assert.Equal([0, 0, 1], (t > 2).ToArray());
        Assert.Equal([0, 1, 1], (t >= 2).ToArray());
        Assert.Equal([1, 0, 0], (t < 2).ToArray());
        Assert.Equal([1, 1, 0], (t <= 2).ToArray());
        Assert.Equal([0, 1, 0], t.Eq(2).ToArray());
        Assert.Equal([1, 0, 1], t.Ne(2).ToArray());
        Assert.Equal([0, 0, 3], (t * (t > 2)).ToArray());
    }

    [Fact]
    public void Equal_asks_for_shape_and_elements()
    {
        Assert.True(Matrix.Equal(Matrix.Clone()));
        Assert.False(Matrix.Equal(Matrix + 1));
        Assert.False(Matrix.Equal(Matrix.Reshape(4)));
        Assert.False(Tensor.Of([double.NaN]).Equal(Tensor.Of([double.NaN])));
        Assert.False(Matrix.Equals(Matrix.Clone()));
    }

    [Fact]
    public void AllClose_allows_a_little_difference()
    {
        Assert.True(Matrix.AllClose(Matrix * 1.000001));
        Assert.False(Matrix.AllClose(Matrix * 1.0001));
        Assert.True(Matrix.AllClose(Matrix * 1.0001, rtol: 1e-3));
        Assert.True(Matrix.AllClose(Matrix + .01, atol: .02));
        Assert.True(Tensor.Of([double.PositiveInfinity]).AllClose(double.PositiveInfinity));
        Assert.False(Tensor.Of([double.PositiveInfinity]).AllClose(double.NegativeInfinity));
        Assert.False(Tensor.Of([1]).AllClose(double.PositiveInfinity));
        Assert.False(Tensor.Of([double.NaN]).AllClose(double.NaN));
        Assert.True(Tensor.Of([double.NaN]).AllClose(double.NaN, equalNan: true));
    }

    /// <summary>Some sizes made 1, some dimensions in front left out: what broadcasting fills in.</summary>
    static Gen<int[]> Shrunk(int[] sizes) =>
        Gen.Select(Gen.Bool.Array[sizes.Length], Gen.Int[0, sizes.Length], (ones, missing) =>
            sizes.Select((size, d) => ones[d] ? 1 : size).Skip(missing).ToArray());
}

using CsCheck;

namespace CourseCnn.Tests.Tensors;

public class TensorReductionTests
{
    static readonly Tensor Matrix = Tensor.Of([[1, 2, 3], [4, 5, 9]]);

    [Fact]
    public void Without_dimensions_all_elements_are_taken_together()
    {
        Assert.Equal(24, (float)Matrix.Sum());
        Assert.Equal(4, (float)Matrix.Mean());
        Assert.Equal(1, (float)Matrix.Min());
        Assert.Equal(9, (float)Matrix.Max());
        Assert.Equal(5, Matrix.ArgMax());
        Assert.Equal(0, Matrix.ArgMin());
        Assert.Equal(8, (float)Matrix.Var());
        Assert.Equal(MathF.Sqrt(40 / 6f), (float)Matrix.Std(unbiased: false));
        Assert.Equal("(1, 1)", Matrix.Sum(keepDim: true).Shape.ToString());
        Assert.Equal(7, (float)Tensor.Scalar(7).Sum());
    }

    [Fact]
    public void Dimensions_are_taken_together_and_go_or_stay()
    {
        Assert.True(Matrix.Sum(0).Equal(Tensor.Of([5, 7, 12])));
        Assert.True(Matrix.Sum(-1).Equal(Tensor.Of([6, 18])));
        Assert.True(Matrix.Mean(1, keepDim: true).Equal(Tensor.Of([[2], [6]])));
        Assert.True(Matrix.Max(0).Equal(Tensor.Of([4, 5, 9])));
        Assert.True(Matrix.Min((0, 1)).Equal(1));
        Assert.True(Matrix.ArgMax(1).Equal(Tensor.Of([2, 2])));
        Assert.True(Matrix.ArgMin(0, keepDim: true).Equal(Tensor.Of([[0, 0, 0]])));
        Assert.Equal("(3)", Tensor.Ones((2, 3, 4, 5)).Sum([0, 2, 3]).Shape.ToString());
        Assert.Equal("(1, 3, 1, 1)", Tensor.Ones((2, 3, 4, 5)).Sum((0, 2, 3), keepDim: true).Shape.ToString());
    }

    [Fact]
    public void A_dimension_that_does_not_exist_or_is_named_twice_is_an_error()
    {
        Assert.Contains("Shape (2, 3)", Assert.Throws<ArgumentException>(() => Matrix.Sum(2)).Message);
        var error = Assert.Throws<ArgumentException>(() => Matrix.Sum((1, -1)));
        Assert.Equal("A dimension can be given once only, but got (1, -1) for shape (2, 3).", error.Message);
    }

    [Fact]
    public void Long_sums_do_not_drift()
    {
        // Added one by one in 32 bits this stops at 16,777,216.
        Assert.Equal(20_000_000, (float)Tensor.Ones(20_000_000).Sum());
        Assert.Equal(.1f, (float)Tensor.Full(10_000_001, .1).Mean());
    }

    [Fact]
    public void NaN_wins()
    {
        var t = Tensor.Of([[1, double.NaN, 3], [4, 5, 6]]);
        Assert.True(float.IsNaN((float)t.Sum()));
        Assert.True(float.IsNaN((float)t.Max()));
        Assert.True(float.IsNaN((float)t.Min()));
        Assert.Equal(1, t.ArgMax());
        Assert.Equal(1, t.ArgMin());
        Assert.True(t.Max(1).AllClose(Tensor.Of([double.NaN, 6]), equalNan: true));
    }

    [Fact]
    public void The_first_of_equal_elements_is_found()
    {
        Assert.Equal(1, Tensor.Of([0, 3, 3, 1, 3]).ArgMax());
        Assert.Equal(0, Tensor.Of([-0.0, 0, -1]).ArgMax());
        Assert.Equal(0, Tensor.Of([0, -0.0, 1]).ArgMin());
    }

    [Fact]
    public void Empty_tensors_have_a_sum_but_no_greatest_element()
    {
        var empty = Tensor.Zeros((0, 3));
        Assert.Equal(0, (float)empty.Sum());
        Assert.True(float.IsNaN((float)empty.Mean()));
        Assert.True(empty.Sum(0).Equal(Tensor.Zeros(3)));
        Assert.Equal("(0)", empty.Max(1).Shape.ToString());
        Assert.Equal(
            "Max needs at least one element to choose from, but shape (0, 3) has none.",
            Assert.Throws<ArgumentException>(() => empty.Max()).Message);
        Assert.Equal(
            "Min needs at least one element to choose from, but shape (0, 3) has none.",
            Assert.Throws<ArgumentException>(() => empty.Min(0)).Message);
        Assert.Throws<ArgumentException>(() => empty.ArgMax());
        Assert.Throws<ArgumentException>(() => empty.ArgMin(0));
    }

    [Fact]
    public void Variance_of_too_few_elements_is_no_number()
    {
        Assert.True(float.IsNaN((float)Tensor.Ones(1).Var()));
        Assert.Equal(0, (float)Tensor.Ones(1).Var(unbiased: false));
        Assert.True(float.IsNaN((float)Tensor.Zeros(0).Var(unbiased: false)));
    }

    [Fact]
    public void Reductions_over_any_dimensions_equal_naive_loops() =>
        Gen.Select(Generated.Tensor(maxRank: 4), Gen.Int[0, 15]).Sample((t, mask) =>
        {
            int[] dims = [.. Enumerable.Range(0, t.Rank).Where(d => (mask >> d & 1) == 1)];
            if (dims.Length == 0)
                return;
            var groups = new Dictionary<string, List<double>>();
            foreach (var (index, value) in Generated.Elements(t))
            {
                var key = string.Join(",", index.Where((_, d) => !dims.Contains(d)));
                if (!groups.TryGetValue(key, out var group))
                    groups[key] = group = [];
                group.Add(value);
            }

            if (t.Count == 0)
                return;
            AssertNear(groups.Values.Select(g => g.Sum()), t.Sum(dims));
            AssertNear(groups.Values.Select(g => g.Average()), t.Mean(dims));
            AssertNear(groups.Values.Select(g => g.Max()), t.Max(dims));
            AssertNear(groups.Values.Select(g => g.Min()), t.Min(dims, keepDim: true));
            AssertNear(groups.Values.Select(g => g.Sum(x => Math.Pow(x - g.Average(), 2)) / g.Count), t.Var(dims, unbiased: false));
        });

    static void AssertNear(IEnumerable<double> expected, Tensor actual) =>
        Assert.True(actual.Reshape(-1).AllClose(Tensor.Of(expected.ToArray()), atol: 1e-6), actual.ToString());
}

using CsCheck;

namespace CourseCnn.Tests.Tensors;

public class TensorIndexingTests
{
    static readonly Tensor Matrix = Tensor.Of([[1, 2, 3], [4, 5, 6]]);

    [Fact]
    public void A_number_takes_one_element_or_row()
    {
        Assert.Equal(6, (float)Matrix[1, 2]);
        Assert.Equal(6, (float)Matrix[-1, ^1]);
        Assert.Equal(0, Matrix[0, 0].Rank);
        Assert.True(Matrix[1].Equal(Tensor.Of([4, 5, 6])));
    }

    [Fact]
    public void A_range_takes_a_part()
    {
        Assert.True(Matrix[.., 1..].Equal(Tensor.Of([[2, 3], [5, 6]])));
        Assert.True(Matrix[.., ^2..^1].Equal(Tensor.Of([[2], [5]])));
        Assert.True(Matrix[.., 0].Equal(Tensor.Of([1, 4])));
        Assert.True(Matrix[..1].Equal(Tensor.Of([[1, 2, 3]])));
    }

    [Fact]
    public void What_lies_beyond_the_end_is_left_out_as_in_Python()
    {
        Assert.True(Matrix[.., 1..99].Equal(Matrix[.., 1..]));
        Assert.True(Matrix[.., ^99..].Equal(Matrix));
        Assert.Equal("(2, 0)", Matrix[.., 2..1].Shape.ToString());
        Assert.Equal("(0, 3)", Matrix[7..9].Shape.ToString());
    }

    [Fact]
    public void Null_adds_a_dimension()
    {
        Assert.Equal("(1, 1, 2, 3)", Matrix[null, null, ..].Shape.ToString());
        Assert.Equal("(2, 1, 3)", Matrix[.., null].Shape.ToString());
        Assert.Equal("(1, 2, 3)", Matrix[null].Shape.ToString());
        Assert.Equal("(1)", Tensor.Scalar(3)[null].Shape.ToString());
        Assert.Equal("(3, 1)", Matrix[0, .., null].Shape.ToString());
    }

    [Fact]
    public void An_ellipsis_stands_for_all_dimensions_in_between()
    {
        var t = Tensor.Arange(24).Reshape(2, 3, 4);
        Assert.True(t[TensorIndex.Ellipsis, 1].Equal(t[.., .., 1]));
        Assert.True(t[1, TensorIndex.Ellipsis, 1].Equal(t[1, .., 1]));
        Assert.Equal("(2, 3, 4, 1)", t[TensorIndex.Ellipsis, null].Shape.ToString());
        Assert.True(t[1, 2, 3, TensorIndex.Ellipsis].Equal(23));
        Assert.Throws<ArgumentException>(() => t[TensorIndex.Ellipsis, TensorIndex.Ellipsis]);
    }

    [Fact]
    public void A_slice_has_a_step()
    {
        var t = Tensor.Arange(10);
        Assert.Equal([0, 3, 6, 9], t[TensorIndex.Slice(step: 3)].ToArray());
        Assert.Equal([1, 3], t[TensorIndex.Slice(1, 5, 2)].ToArray());
        Assert.Equal([7, 8], t[TensorIndex.Slice(-3, -1)].ToArray());
        var error = Assert.Throws<ArgumentException>(() => TensorIndex.Slice(step: -1));
        Assert.Equal("A slice needs a step of 1 or more, but got -1; Flip turns a dimension around.", error.Message);
    }

    [Fact]
    public void An_index_outside_says_what_is_allowed()
    {
        var error = Assert.Throws<ArgumentException>(() => Matrix[0, 3]);
        Assert.Equal(
            "Index 3 is outside dimension 1 of shape (2, 3): its size is 3, so an index is one of 0 to 2 (or -3 to -1, counted from the "
            + "end).",
            error.Message);
        error = Assert.Throws<ArgumentException>(() => Matrix[-3]);
        Assert.StartsWith("Index -3 is outside dimension 0 of shape (2, 3): its size is 2,", error.Message);
        error = Assert.Throws<ArgumentException>(() => Matrix[^0]);
        Assert.StartsWith("Index ^0 is outside dimension 0", error.Message);
        error = Assert.Throws<ArgumentException>(() => Matrix[0, 0, 0]);
        Assert.Equal("Shape (2, 3) has 2 dimensions, but 3 indices were given.", error.Message);
        error = Assert.Throws<ArgumentException>(() => Tensor.Zeros((0, 3))[0]);
        Assert.Equal("Index 0 is outside dimension 0 of shape (0, 3): its size is 0, so there is no element.", error.Message);
    }

    [Fact]
    public void What_is_read_is_a_copy()
    {
        var t = Tensor.Zeros((2, 2));
        t[0][0] = 5;
        Assert.True(t.Equal(Tensor.Zeros((2, 2))));
    }

    [Fact]
    public void What_is_assigned_is_broadcast()
    {
        var t = Tensor.Zeros((2, 3));
        t[0, 1] = 5;
        t[1] = Tensor.Of([1, 2, 3]);
        Assert.True(t.Equal(Tensor.Of([[0, 5, 0], [1, 2, 3]])));
        t[.., 0] = .5;
        t[.., 1..] = Tensor.Of([[7], [8]]);
        Assert.True(t.Equal(Tensor.Of([[.5, 7, 7], [.5, 8, 8]])));
        t[0, 1..] = Tensor.Of([[7, 7]]);
        t[0, 0] += 1;
        Assert.Equal(1.5f, (float)t[0, 0]);
        var error = Assert.Throws<ArgumentException>(() => t[0] = Tensor.Of([1, 2]));
        Assert.Equal("A tensor of shape (2) cannot be assigned to a part of shape (3).", error.Message);
    }

    [Fact]
    public void A_tensor_can_be_assigned_to_a_part_of_itself()
    {
        var t = Tensor.Arange(4).Reshape(2, 2);
        t[..] = t.Reshape(2, 2)[0];
        Assert.True(t.Equal(Tensor.Of([[0, 1], [0, 1]])));
        var row = Tensor.Arange(3);
        var column = row.Reshape(3, 1);
        var square = Tensor.Zeros((3, 3));
        square[..] = column;
        Assert.True(square.T.Equal(row.Expand((3, 3))));
    }

    [Fact]
    public void Slicing_picks_what_a_loop_over_indices_picks() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[-8, 8], Gen.Int[-8, 8], Gen.Int[1, 4], Gen.Int[-8, 8]).Sample(
            (rows, columns, start, stop, step, row) =>
            {
                var t = Tensor.Arange(rows * columns).Reshape(rows, columns);
                int[] picked = [.. PythonSlice(columns, start, stop, step)];
                var slice = t[.., TensorIndex.Slice(start, stop, step)];
                Assert.Equal(new Shape(rows, picked.Length), slice.Shape);
                Assert.Equal(Enumerable.Range(0, rows).SelectMany(r => picked.Select(c => (float)(r * columns + c))), slice.ToArray());

                if (row >= -rows && row < rows)
                    Assert.Equal(
                        picked.Select(c => (float)((row + rows) % rows * columns + c)),
                        t[row, TensorIndex.Slice(start, stop, step)].ToArray());
                else
                    Assert.Throws<ArgumentException>(() => t[row]);

                var written = t.Clone();
                written[.., TensorIndex.Slice(start, stop, step)] = -1;
                for (var i = 0; i < t.Count; i++)
                    Assert.Equal(picked.Contains(i % columns) ? -1 : i, written.ToArray()[i]);
            });

    static IEnumerable<int> PythonSlice(int size, int start, int stop, int step)
    {
        var first = start < 0 ? start + size : start;
        var end = stop < 0 ? stop + size : stop;
        // Positions in steps from the first one that exists.
        for (var i = Math.Max(first, 0); i < Math.Min(end, size); i += step)
            yield return i;
    }
}

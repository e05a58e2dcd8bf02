using CsCheck;

namespace CourseCnn.Tests.Tensors;

/// <summary>Random tensors, and slow but obvious ways to look at them.</summary>
static class Generated
{
    internal static Gen<int[]> Sizes(int maxRank, int minSize = 0) => Gen.Int[minSize, 5].Array[0, maxRank];

    internal static Gen<Tensor> Tensor(int maxRank, int minSize = 0) => Sizes(maxRank, minSize).SelectMany(Tensor);

    internal static Gen<Tensor> Tensor(int[] sizes)
    {
        var shape = new Shape(sizes);
        return Gen.Float[-100, 100].Array[shape.Count].Select(numbers => CourseCnn.Tensor.FromArray(numbers, shape));
    }

    /// <summary>Every element with its index, in row-major order.</summary>
    internal static IEnumerable<(int[] Index, float Value)> Elements(Tensor tensor)
    {
        var numbers = tensor.ToArray();
        for (var i = 0; i < numbers.Length; i++)
            yield return (IndexOf(i, tensor.Shape), numbers[i]);
    }

    /// <summary>The index of the element that is number <paramref name="position"/> in row-major order.</summary>
    internal static int[] IndexOf(int position, Shape shape)
    {
        var index = new int[shape.Rank];
        for (var d = shape.Rank - 1; d >= 0; d--)
        {
            index[d] = position % shape[d];
            position /= shape[d];
        }

        return index;
    }

    /// <summary>
    /// One element, found by its index; along a dimension of size 1, or one that is missing in front, any index finds it.
    /// </summary>
    internal static float At(Tensor tensor, int[] index)
    {
        var position = 0;
        for (var d = 0; d < tensor.Rank; d++)
        {
            var i = index[d + index.Length - tensor.Rank];
            position = position * tensor.Shape[d] + (tensor.Shape[d] == 1 ? 0 : i);
        }

        return tensor.ToArray()[position];
    }
}

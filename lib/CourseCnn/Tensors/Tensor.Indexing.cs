using System.Runtime.CompilerServices;
using CourseCnn.Tensors;

namespace CourseCnn;

public partial class Tensor
{
    /// <summary>
    /// The part of the tensor that the indices name, as in Python: <c>t[0, -1]</c>, <c>t[1..3]</c>,
    /// <c>t[.., 0]</c>, and <c>null</c> for a new dimension: <c>image[null, null, ..]</c>. Dimensions without
    /// an index are kept whole. What is read is a copy; what is assigned is broadcast to the part's shape.
    /// </summary>
    /// <param name="indices">For each dimension a number, a range or a <see cref="TensorIndex.Slice"/>;
    /// besides <c>null</c> and <see cref="TensorIndex.Ellipsis"/>.</param>
    /// <exception cref="ArgumentException">There are more indices than dimensions, an
    /// index is outside its dimension, or the value does not fit the part.</exception>
    // The indexer's usual name in other languages, Item, is taken by the method.
    [IndexerName("Part")]
    public Tensor this[params TensorIndex?[]? indices]
    {
        // t[null] alone arrives as no array.
        get => Indexing.View(Shape, indices ?? [null]).Gather(storage);
        set
        {
            var part = Indexing.View(Shape, indices ?? [null]);
            while (value.Rank > part.Shape.Rank && value.Shape[0] == 1)
                value = value.Squeeze(0);
            if (!Broadcasting.Fits(value.Shape, part.Shape))
                throw new ArgumentException($"A tensor of shape {value.Shape} cannot be assigned to a part of shape {part.Shape}.");
            part.Scatter(ReferenceEquals(value.storage, storage) ? new Tensor(value.ToArray(), value.Shape) : value, storage);
        }
    }
}

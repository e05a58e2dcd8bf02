using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Memory;
using CourseCnn.Modules;

namespace CourseCnn;

public static partial class Functional
{
    /// <summary>Multiplies by a matrix of weights and adds a bias: y = x Wᵀ + b.</summary>
    /// <param name="input">Shape (…, in features), with any dimensions in front.</param>
    /// <param name="weight">Shape (out features, in features).</param>
    /// <param name="bias">Shape (out features), or null for none.</param>
    /// <returns>Shape (…, out features).</returns>
    /// <exception cref="ArgumentException">The shapes do not fit each other.</exception>
    public static Tensor Linear(Tensor input, Tensor weight, Tensor? bias = null)
    {
        if (weight.Rank != 2 || weight.Count == 0)
            throw new ArgumentException($"Linear needs a weight of shape (out features, in features), but got shape {weight.Shape}.");

        var (outFeatures, inFeatures) = (weight.Shape[0], weight.Shape[1]);
        if (bias is not null && bias.Shape != new Shape(outFeatures))
            throw new ArgumentException($"{Code(inFeatures)} needs a bias of shape ({outFeatures}), but got shape {bias.Shape}.");
        if (input.Rank == 0 || input.Shape[-1] != inFeatures)
            throw new ArgumentException(
                $"{Code(inFeatures)} needs an input of {inFeatures} features in its last dimension, but got shape {input.Shape}: "
                + $"{Remedy(input.Shape)}.");

        var shape = input.Shape.ToArray();
        shape[^1] = outFeatures;
        var output = OutputPool.Allocate(new Shape(shape).Count);
        AffineMap.Forward(input.Span, weight.Span, bias is null ? default : bias.Span, output, inFeatures);
        return new Tensor(output, shape);

        // What a Flatten would make of a batch.
        static int Maps(Shape given) => given[0] == 0 ? 0 : given.Count / given[0];

        string Code(int features) => CodeText.Call("Linear", $"{features}", $"{outFeatures}");

        string Remedy(Shape given) => given switch
        {
            { Rank: 0 } => "give it at least one dimension",
            { Rank: > 1 } when given.Count == inFeatures =>
                "Flatten keeps the first dimension for the batch, so write image[null, ..] for the model's input",
            { Rank: > 2 } when Maps(given) is > 0 and var maps && maps != given[-1] =>
                $"put a Flatten before it, and write {Code(maps)} where it gets feature maps",
            _ => $"write {Code(given[-1])}",
        };
    }
}

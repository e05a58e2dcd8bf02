using CourseCnn.Layers;
using CourseCnn.Layers.Arguments;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>A fully connected layer: every output is a weighted sum of all inputs, plus a bias. y = x Wᵀ + b.</summary>
/// <example><code>
/// var layer = new Linear(inFeatures: 20, outFeatures: 5);
/// layer.Call(Tensor.Zeros((8, 20))).Shape
/// // → (8, 5)
/// </code></example>
public sealed class Linear : Module
{
    readonly int inFeatures;
    readonly int outFeatures;
    readonly Parameter weight;
    readonly Parameter? bias;

    /// <summary>A layer with random weights.</summary>
    /// <param name="inFeatures">How many numbers come in.</param>
    /// <param name="outFeatures">How many numbers come out.</param>
    /// <param name="bias">Whether a learned number is added to each output. Default: true.</param>
    /// <exception cref="ArgumentException">A number of features is not positive.</exception>
    public Linear(int inFeatures, int outFeatures, bool bias = true)
    {
        Require.AtLeast("Linear", "inFeatures", inFeatures, 1, "1");
        Require.AtLeast("Linear", "outFeatures", outFeatures, 1, "1");
        (this.inFeatures, this.outFeatures) = (inFeatures, outFeatures);
        weight = Initial.Weight((outFeatures, inFeatures), inFeatures);
        this.bias = bias ? Initial.Bias(outFeatures, inFeatures) : null;
    }

    /// <summary>The weights: shape (outFeatures, inFeatures). Setting it writes the given numbers into the layer.</summary>
    /// <exception cref="ArgumentException">What is set has another shape.</exception>
    public Tensor Weight
    {
        get => weight;
        set => weight.Assign(value, this, "weight");
    }

    /// <summary>
    /// What is added to each output: shape (outFeatures), or null for a layer built with <c>bias: false</c>. Setting it writes the
    /// given numbers into the layer.
    /// </summary>
    /// <exception cref="ArgumentException">What is set has another shape, or the layer has no bias.</exception>
    public Tensor? Bias
    {
        get => bias;
        set => Parameter.AssignOptional(bias, value, this, "bias");
    }

    /// <inheritdoc/>
    /// <param name="x">Shape (…, inFeatures), with any dimensions in front.</param>
    /// <returns>Shape (…, outFeatures).</returns>
    /// <exception cref="ArgumentException">The last dimension is not inFeatures.</exception>
    protected override Tensor Forward(Tensor x) => Functional.Linear(x, weight, bias);

    /// <inheritdoc/>
    protected internal override string ExtraRepr() =>
        $"in_features={inFeatures}, out_features={outFeatures}, bias={Python.Bool(bias is not null)}";

    /// <inheritdoc/>
    protected internal override long MultAdds(Shape input, Shape output) => (long)output.Count * inFeatures;

    internal override string Code => CodeText.Call("Linear", $"{inFeatures}", $"{outFeatures}");

    internal override ResultKind Result => ResultKind.New;
}

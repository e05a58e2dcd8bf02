using CourseCnn.Compute.Convolution;
using CourseCnn.Layers;
using CourseCnn.Layers.Convolution;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>
/// A convolutional layer: passes kernels over a picture and so turns its channels into new ones, each showing where its kernel's
/// pattern is found. The kernels' numbers are the weights that the network learns.
/// </summary>
/// <example><code>
/// var layer = new Conv2d(inChannels: 1, outChannels: 3, kernelSize: (3, 3), padding: 1);
/// layer.Call(Tensor.Zeros((8, 1, 28, 28))).Shape
/// // → (8, 3, 28, 28)
/// </code></example>
public sealed class Conv2d : Module
{
    readonly Parameter weight;
    readonly Parameter? bias;
    readonly Conv2dArguments arguments;
    readonly PreparedKernels prepared = new();

    /// <summary>A layer with random kernels.</summary>
    /// <param name="inChannels">How many channels come in: 1 for a grey picture, 3 for a coloured one.</param>
    /// <param name="outChannels">How many kernels there are, each making one channel.</param>
    /// <param name="kernelSize">The kernels' height and width.</param>
    /// <param name="stride">How far a kernel steps. Default: 1.</param>
    /// <param name="padding">
    /// A border around the input: a size, <c>"same"</c> (keeps the input's size) or <c>"valid"</c>. Default: 0.
    /// </param>
    /// <param name="dilation">How far apart a kernel's numbers lie. Default: 1, side by side.</param>
    /// <param name="groups">Into how many groups the channels are split, each seen by its own kernels only. Default: 1.</param>
    /// <param name="bias">Whether a learned number is added to each output channel. Default: true.</param>
    /// <param name="paddingMode">What the border is filled with. Default: zeros.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the channels cannot be split into the groups.</exception>
    public Conv2d(
        int inChannels,
        int outChannels,
        Size2d kernelSize,
        Size2d? stride = null,
        Padding2d padding = default,
        Size2d? dilation = null,
        int groups = 1,
        bool bias = true,
        PaddingMode paddingMode = PaddingMode.Zeros)
    {
        arguments = new Conv2dArguments(inChannels, outChannels, kernelSize, stride ?? 1, padding, dilation ?? 1, groups, paddingMode);
        arguments.Check();

        var groupChannels = inChannels / groups;
        var fanIn = (long)groupChannels * kernelSize.Height * kernelSize.Width;
        weight = Initial.Weight((outChannels, groupChannels, kernelSize.Height, kernelSize.Width), fanIn);
        this.bias = bias ? Initial.Bias(outChannels, fanIn) : null;
    }

    /// <summary>
    /// The kernels: shape (outChannels, inChannels / groups, kernel height, kernel width). Setting it writes the given numbers
    /// into the layer.
    /// </summary>
    /// <exception cref="ArgumentException">What is set has another shape.</exception>
    public Tensor Weight
    {
        get => weight;
        set => weight.Assign(value, this, "weight");
    }

    /// <summary>
    /// What is added to each output channel: shape (outChannels), or null for a layer built with <c>bias: false</c>. Setting it
    /// writes the given numbers into the layer.
    /// </summary>
    /// <exception cref="ArgumentException">What is set has another shape, or the layer has no bias.</exception>
    public Tensor? Bias
    {
        get => bias;
        set => Parameter.AssignOptional(bias, value, this, "bias");
    }

    /// <summary>
    /// How the layer computes. All methods give the same numbers up to rounding, so this is for comparing them. Default: Auto, the one
    /// that is likely the fastest.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such method.</exception>
    public ConvolutionMethod Method
    {
        get;
        set => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentException(
                $"{Code} has no Method {(int)value}: write ConvolutionMethod.Auto, Direct, ImplicitGemm, Winograd or Fft.");
    }

    /// <summary>Says which method computes the layer's output for inputs of a shape, and what each method would cost.</summary>
    /// <param name="inputShape">Shape (N, inChannels, H, W), or (inChannels, H, W) for a single picture.</param>
    /// <exception cref="ArgumentException">The shape does not fit the layer, or the method that was asked for cannot do it.</exception>
    public string Explain(Shape inputShape)
    {
        var sizes = arguments.SizesFor(inputShape);
        ConvolutionChoice.Require(Method, sizes, arguments);
        return ConvolutionChoice.Explain(Method, sizes, arguments, inputShape);
    }

    /// <summary>What each method is expected to cost.</summary>
    internal ConvolutionPlan PlanFor(Shape inputShape) => ConvolutionPlan.Of(arguments.SizesFor(inputShape));

    /// <inheritdoc/>
    /// <param name="x">Shape (N, inChannels, H, W), or (inChannels, H, W) for a single picture.</param>
    /// <returns>
    /// Shape (N, outChannels, H', W') with H' = (H + 2 * padding - dilation * (kernel height - 1) - 1) / stride + 1, rounded down.
    /// </returns>
    /// <exception cref="ArgumentException">The input's shape does not fit the layer, or its method cannot do it.</exception>
    protected override Tensor Forward(Tensor x) => Functional.Conv2d(x, weight, bias, arguments, Method, prepared);

    /// <inheritdoc/>
    protected internal override string ExtraRepr() => arguments.Repr(bias is not null);

    /// <inheritdoc/>
    protected internal override long MultAdds(Shape input, Shape output) => (long)output.Count * (weight.Count / weight.Shape[0]);

    internal override string Code => arguments.ToString();

    internal override ResultKind Result => ResultKind.New;
}

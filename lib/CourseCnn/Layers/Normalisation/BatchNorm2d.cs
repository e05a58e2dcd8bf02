using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Reductions;
using CourseCnn.Layers.Arguments;
using CourseCnn.Modules;
using static System.FormattableString;

namespace CourseCnn;

/// <summary>
/// Brings each channel to mean 0 and variance 1, then scales and shifts it by learned numbers (Ioffe and Szegedy, 2015,
/// arXiv:1502.03167). While training, mean and variance are those of the batch; for evaluation, those it kept track of.
/// </summary>
/// <example><code>
/// new BatchNorm2d(3).Call(Tensor.Zeros((8, 3, 10, 10))).Shape
/// // → (8, 3, 10, 10)
/// </code></example>
public sealed class BatchNorm2d : Module
{
    readonly int numFeatures;
    readonly double eps;
    readonly double? momentum;
    readonly Parameter? weight;
    readonly Parameter? bias;

    /// <summary>A layer that starts with scale 1, shift 0, running mean 0 and running variance 1.</summary>
    /// <param name="numFeatures">How many channels there are.</param>
    /// <param name="eps">What is added to the variance, so that nothing is divided by 0. Default: 1e-5.</param>
    /// <param name="momentum">
    /// How much of each batch's mean and variance goes into the running ones; null takes the plain mean over all batches. Default: 0.1.
    /// </param>
    /// <param name="affine">Whether there are a learned scale and shift. Default: true.</param>
    /// <param name="trackRunningStats">
    /// Whether to keep track of mean and variance; if not, each batch's own are always used. Default: true.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="numFeatures"/> is not positive.</exception>
    public BatchNorm2d(int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true)
    {
        Require.AtLeast("BatchNorm2d", "numFeatures", numFeatures, 1, "3");
        (this.numFeatures, this.eps, this.momentum) = (numFeatures, eps, momentum);
        if (affine)
            (weight, bias) = (new Parameter(Tensor.Ones(numFeatures)), new Parameter(Tensor.Zeros(numFeatures)));
        if (trackRunningStats)
            (RunningMean, RunningVar, NumBatchesTracked) = (Tensor.Zeros(numFeatures), Tensor.Ones(numFeatures), Tensor.Scalar(0));
    }

    /// <summary>
    /// The learned scales: shape (numFeatures), or null without <c>affine</c>. Setting it writes the given numbers into the layer.
    /// </summary>
    /// <exception cref="ArgumentException">What is set has another shape, or the layer has no scales.</exception>
    public Tensor? Weight
    {
        get => weight;
        set => Parameter.AssignOptional(weight, value, this, "weight", "affine");
    }

    /// <summary>
    /// The learned shifts: shape (numFeatures), or null without <c>affine</c>. Setting it writes the given numbers into the layer.
    /// </summary>
    /// <exception cref="ArgumentException">What is set has another shape, or the layer has no shifts.</exception>
    public Tensor? Bias
    {
        get => bias;
        set => Parameter.AssignOptional(bias, value, this, "bias", "affine");
    }

    /// <summary>The mean of each channel over the batches so far: shape (numFeatures), or null without <c>trackRunningStats</c>.</summary>
    [field: Buffer]
    public Tensor? RunningMean { get; }

    /// <summary>
    /// The variance of each channel over the batches so far: shape (numFeatures), or null without <c>trackRunningStats</c>.
    /// </summary>
    [field: Buffer]
    public Tensor? RunningVar { get; }

    /// <summary>How many batches there were in training: a single number, or null without <c>trackRunningStats</c>.</summary>
    [field: Buffer(IsWholeNumber = true)]
    public Tensor? NumBatchesTracked { get; }

    /// <inheritdoc/>
    /// <param name="x">Shape (N, numFeatures, H, W), or (numFeatures, H, W) for a single picture.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">
    /// The input's shape does not fit, or a training batch has only one number for a channel.
    /// </exception>
    protected override Tensor Forward(Tensor x)
    {
        Require.Picture(this, x.Shape, numFeatures);
        var (batch, pixels) = (x.Rank == 4 ? x.Shape[0] : 1, x.Shape[-2] * x.Shape[-1]);

        var (means, variances) = (new double[numFeatures], new double[numFeatures]);
        if (Training || RunningMean is null)
        {
            var count = (long)batch * pixels;
            if (Training && count == 1)
                throw new ArgumentException(Invariant(
                    $"{Code} needs more than one number for each channel while training, but got shape {x.Shape}: ")
                    + "give it more pictures, or call Eval() first.");
            if (count > 0)
                ChannelStatistics.Measure(x.Span, batch, numFeatures, pixels, means, variances);
            if (Training)
                Track(means, variances, count);
        }
        else
        {
            for (var channel = 0; channel < numFeatures; channel++)
                (means[channel], variances[channel]) = (RunningMean.Span[channel], RunningVar!.Span[channel]);
        }

        var (scales, shifts) = (new double[numFeatures], new double[numFeatures]);
        for (var channel = 0; channel < numFeatures; channel++)
        {
            scales[channel] = (weight?.Span[channel] ?? 1) / Math.Sqrt(variances[channel] + eps);
            shifts[channel] = (bias?.Span[channel] ?? 0) - means[channel] * scales[channel];
        }

        var output = OutputPool.Allocate(x.Count);
        ChannelStatistics.ScaleAndShift(x.Span, output, numFeatures, pixels, scales, shifts);
        return new Tensor(output, x.Shape);
    }

    /// <inheritdoc/>
    protected internal override string ExtraRepr() =>
        Invariant($"{numFeatures}, eps={Python.Number(eps)}, momentum={Python.Number(momentum)}, ")
        + $"affine={Python.Bool(weight is not null)}, track_running_stats={Python.Bool(RunningMean is not null)}";

    /// <inheritdoc/>
    protected internal override long MultAdds(Shape input, Shape output) => output.Count;

    internal override string Code => CodeText.Call("BatchNorm2d", $"{numFeatures}");

    void Track(double[] means, double[] variances, long count)
    {
        if (RunningMean is null)
            return;

        NumBatchesTracked!.Span[0]++;
        // A batch without a picture says nothing of mean and variance, but it is one, as in PyTorch.
        if (count == 0)
            return;

        var share = momentum ?? 1.0 / NumBatchesTracked.Span[0];
        for (var channel = 0; channel < numFeatures; channel++)
        {
            Move(ref RunningMean.Span[channel], means[channel]);
            // Of the batch itself the biased variance is used, of the running one this is an estimate, so unbiased.
            Move(ref RunningVar!.Span[channel], variances[channel] * count / (count - 1.0));
        }

        void Move(ref float running, double now) => running = (float)(share * now + (1 - share) * running);
    }

    internal override ResultKind Result => ResultKind.New;
}

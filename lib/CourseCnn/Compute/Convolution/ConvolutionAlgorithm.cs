namespace CourseCnn.Compute.Convolution;

/// <summary>
/// A way to compute a convolution. Each has a folder of its own that holds all there is to it: what it cannot do, what it costs, its work.
/// </summary>
abstract class ConvolutionAlgorithm
{
    /// <summary>What a learner calls it.</summary>
    public abstract ConvolutionMethod Method { get; }

    /// <summary>
    /// Whether an infinite or undefined input may reach outputs whose patches do not hold it. Then it is only chosen for finite inputs.
    /// </summary>
    public virtual bool SpreadsNonFinite => false;

    /// <summary>What it cannot do about a convolution, as the end of a sentence; null where it can do it.</summary>
    public virtual string? Obstacle(in ConvolutionSizes sizes) => null;

    /// <summary>What a convolution that it can do will probably cost, in seconds of one core.</summary>
    public abstract double Seconds(in ConvolutionSizes sizes);

    /// <summary>How it goes about a convolution that it can do, as the end of a sentence: why it costs what it costs.</summary>
    public abstract string Reason(in ConvolutionSizes sizes);

    /// <summary>Computes some pictures of a batch.</summary>
    /// <param name="sizes">The convolution of these pictures.</param>
    /// <param name="whole">The convolution of the whole batch, by whose sizes all its parts are computed alike.</param>
    /// <param name="arrays">Where the numbers of these pictures are.</param>
    /// <param name="prepared">Where kernels are kept from one call to the next.</param>
    public abstract void Forward(in ConvolutionSizes sizes, in ConvolutionSizes whole, ConvolutionArrays arrays, PreparedKernels prepared);
}

namespace CourseCnn.Compute.Convolution;

/// <summary>
/// All the sizes of one convolution. Input, weight and output are stored row-major as (batch, channels, height, width),
/// the weight as (out channels, in channels / groups, kernel height, kernel width).
/// </summary>
readonly record struct ConvolutionSizes
{
    public required int Batch { get; init; }
    public required int InChannels { get; init; }
    public required int OutChannels { get; init; }
    public required Size2d Input { get; init; }
    public required Size2d Kernel { get; init; }
    public Size2d Stride { get; init; } = 1;
    public Size2d Dilation { get; init; } = 1;
    public int Groups { get; init; } = 1;

    /// <summary>Rows of zeros above and columns of zeros to the left of the input.</summary>
    public Size2d PaddingBefore { get; init; }

    /// <summary>Rows below and columns to the right; other than above and left only for an even kernel that keeps the size.</summary>
    public Size2d PaddingAfter { get; init; }

    public ConvolutionSizes()
    {
    }

    /// <summary>How far a kernel reaches: its own size, with the gaps that dilation opens.</summary>
    public Size2d Reach => (Dilation.Height * (Kernel.Height - 1) + 1, Dilation.Width * (Kernel.Width - 1) + 1);

    /// <summary>The input with its border of zeros.</summary>
    public Size2d Padded => (
        PaddingBefore.Height + Input.Height + PaddingAfter.Height,
        PaddingBefore.Width + Input.Width + PaddingAfter.Width);

    /// <summary>
    /// Every place where the kernel fits wholly, a stride apart: (padded - reach) / stride + 1. Zero where it fits nowhere.
    /// </summary>
    public Size2d Output => (
        Places(Padded.Height, Reach.Height, Stride.Height),
        Places(Padded.Width, Reach.Width, Stride.Width));

    public int GroupInChannels => InChannels / Groups;
    public int GroupOutChannels => OutChannels / Groups;

    /// <summary>How many products are summed for one output: the kernel over all channels of its group.</summary>
    public int Taps => GroupInChannels * Kernel.Height * Kernel.Width;

    public int InputLength => Batch * InChannels * Input.Height * Input.Width;
    public int WeightLength => OutChannels * Taps;
    public int OutputLength => Batch * OutChannels * Output.Height * Output.Width;

    static int Places(int size, int reach, int stride) => size < reach ? 0 : (size - reach) / stride + 1;
}

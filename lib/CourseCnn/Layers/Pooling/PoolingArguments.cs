using CourseCnn.Compute.Pooling;
using CourseCnn.Layers.Arguments;
using CourseCnn.Modules;
using static System.FormattableString;

namespace CourseCnn.Layers.Pooling;

/// <summary>What a pooling layer was built with: checks that it makes sense, and that an input fits it.</summary>
readonly record struct PoolingArguments(string Name, Size2d KernelSize, Size2d Stride, Size2d Padding, Size2d Dilation, bool CeilMode)
    : IHasCode
{
    /// <summary>Reports what no pooling can be built with.</summary>
    public void Check()
    {
        Require.AtLeast(Name, "kernelSize", KernelSize, 1, "2");
        Require.AtLeast(Name, "stride", Stride, 1, "2");
        Require.AtLeast(Name, "padding", Padding, 0, "0");
        Require.AtLeast(Name, "dilation", Dilation, 1, "1");
        Require.NotHuge(Name, ("kernelSize", KernelSize), ("stride", Stride), ("padding", Padding), ("dilation", Dilation));
        Require.NotHugeReach(ToString(), KernelSize, Dilation);

        if (Padding.Height > KernelSize.Height / 2 || Padding.Width > KernelSize.Width / 2)
            throw new ArgumentException(Invariant(
                $"{this} would have windows wholly in the border: write a padding of at most half the kernelSize, ")
                + Invariant($"({KernelSize.Height / 2}, {KernelSize.Width / 2})."));
    }

    /// <summary>All sizes of the pooling of such an input; an error sentence where it does not fit.</summary>
    public PoolingSizes SizesFor(Shape input)
    {
        Require.Picture(this, input, channels: null);
        var sizes = new PoolingSizes
        {
            Planes = input.Rank == 4 ? input[0] * input[1] : input[0],
            Input = (input[-2], input[-1]),
            Kernel = KernelSize,
            Stride = Stride,
            Padding = Padding,
            Dilation = Dilation,
            CeilMode = CeilMode,
        };
        if (sizes.Output.Smallest < 1)
        {
            var (height, width) = (Needed(sizes.Reach.Height, Padding.Height), Needed(sizes.Reach.Width, Padding.Width));
            throw new ArgumentException(
                $"{this} needs an input of at least {height} x {width} pixels, but got shape {input}: "
                + "write a smaller kernelSize, or pool less before.");
        }

        return sizes;
    }

    /// <summary>The input's shape with another height and width.</summary>
    public static Shape WithSize(Shape input, Size2d size)
    {
        var sizes = input.ToArray();
        (sizes[^2], sizes[^1]) = (size.Height, size.Width);
        return sizes;
    }

    /// <summary>The layer as a learner writes it.</summary>
    public string Code => CodeText.Call(
        Name,
        $"{KernelSize}",
        Stride == KernelSize ? null : $"stride: {Stride}",
        Padding == 0 ? null : $"padding: {Padding}",
        Dilation == 1 ? null : $"dilation: {Dilation}",
        CeilMode ? "ceilMode: true" : null);

    /// <inheritdoc cref="Code"/>
    public override string ToString() => Code;

    static int Needed(int reach, int padding) => Math.Max(1, reach - 2 * padding);
}

using CourseCnn.Compute.Convolution;
using CourseCnn.Layers.Arguments;
using CourseCnn.Modules;
using static System.FormattableString;

namespace CourseCnn.Layers.Convolution;

/// <summary>What a convolution was built with: checks that it makes sense, and that an input fits it.</summary>
readonly record struct Conv2dArguments(
    int InChannels,
    int OutChannels,
    Size2d KernelSize,
    Size2d Stride,
    Padding2d Padding,
    Size2d Dilation,
    int Groups,
    PaddingMode PaddingMode = PaddingMode.Zeros) : IHasCode
{
    const string Name = "Conv2d";

    /// <summary>Reports what no convolution can be built with.</summary>
    public void Check()
    {
        if (Groups < 1)
            throw new ArgumentException(
                Invariant($"{Name} needs at least 1 group, but got groups: {Groups}. Leave it out, or write groups: 1."));
        Require.AtLeast(Name, "inChannels", InChannels, 1, "1");
        Require.AtLeast(Name, "outChannels", OutChannels, 1, "1");
        Require.AtLeast(Name, "kernelSize", KernelSize, 1, "3");
        Require.AtLeast(Name, "stride", Stride, 1, "1");
        Require.AtLeast(Name, "padding", Padding.Size, 0, "0");
        Require.AtLeast(Name, "dilation", Dilation, 1, "1");

        Require.NotHuge(Name, ("kernelSize", KernelSize), ("stride", Stride), ("padding", Padding.Size), ("dilation", Dilation));
        Require.NotHugeReach(ToString(), KernelSize, Dilation);

        if (InChannels % Groups != 0 || OutChannels % Groups != 0)
            throw new ArgumentException(Invariant(
                $"{this} cannot split {InChannels} input and {OutChannels} output channels into {Groups} equal groups: ")
                + $"write groups: {PossibleGroups}.");
        if (!Enum.IsDefined(PaddingMode))
            throw new ArgumentException(
                $"{Name} needs a paddingMode of Zeros, Reflect, Replicate or Circular, but got {(int)PaddingMode}.");
        if (Padding.IsSame && Stride != 1)
            throw new ArgumentException(
                $"{this} cannot keep the input's size with a stride of {Stride}: write stride: 1, or the padding as a number.");
    }

    /// <summary>All sizes of the convolution of such an input; an error sentence where it does not fit.</summary>
    public ConvolutionSizes SizesFor(Shape input)
    {
        Require.Picture(this, input, InChannels);

        var sizes = new ConvolutionSizes
        {
            Batch = input.Rank == 4 ? input[0] : 1,
            InChannels = InChannels,
            OutChannels = OutChannels,
            Input = (input[-2], input[-1]),
            Kernel = KernelSize,
            Stride = Stride,
            Dilation = Dilation,
            Groups = Groups,
        };
        sizes = sizes with { PaddingBefore = Padding.Before(sizes.Reach), PaddingAfter = Padding.After(sizes.Reach) };
        CheckSize(sizes, input);
        return sizes;
    }

    void CheckSize(in ConvolutionSizes sizes, Shape input)
    {
        var (padded, reach) = (sizes.Padded, sizes.Reach);
        if (reach.Height > padded.Height || reach.Width > padded.Width)
        {
            var missing = new Size2d(Math.Max(0, reach.Height - padded.Height), Math.Max(0, reach.Width - padded.Width));
            var enough = new Size2d(
                sizes.PaddingBefore.Height + (missing.Height + 1) / 2, sizes.PaddingBefore.Width + (missing.Width + 1) / 2);
            throw new ArgumentException(Invariant(
                $"{this} reaches over {reach.Height} x {reach.Width} pixels, but got shape {input}, ")
                + Invariant($"{padded.Height} x {padded.Width} pixels with its padding: ")
                + $"write a smaller kernelSize, or padding: {enough}.");
        }

        // Both may be too large for an array.
        Shape.Check(sizes.Batch, sizes.InChannels, padded.Height, padded.Width);
        Shape.Check(sizes.Batch, sizes.OutChannels, sizes.Output.Height, sizes.Output.Width);
    }

    string PossibleGroups
    {
        get
        {
            var (inChannels, outChannels) = (InChannels, OutChannels);
            var both = Enumerable.Range(1, Math.Min(inChannels, outChannels)).Where(n => inChannels % n == 0 && outChannels % n == 0);
            return string.Join(" or ", both.Take(5));
        }
    }

    /// <summary>As PyTorch prints a convolution's arguments: <c>1, 3, kernel_size=(3, 3), stride=(1, 1)</c>.</summary>
    public string Repr(bool bias) => string.Concat(
        Invariant($"{InChannels}, {OutChannels}, kernel_size={KernelSize.Pair}, stride={Stride.Pair}"),
        Padding.IsZero && !Padding.IsWord ? "" : $", padding={Padding}",
        Dilation == 1 ? "" : $", dilation={Dilation.Pair}",
        Groups == 1 ? "" : Invariant($", groups={Groups}"),
        bias ? "" : ", bias=False",
        PaddingMode == PaddingMode.Zeros ? "" : $", padding_mode={PaddingMode.ToString().ToLowerInvariant()}");

    /// <summary>The layer as a learner writes it.</summary>
    public string Code => CodeText.Call(
        Name,
        Invariant($"{InChannels}"),
        Invariant($"{OutChannels}"),
        $"kernelSize: {KernelSize.Pair}",
        Stride == 1 ? null : $"stride: {Stride.Pair}",
        Padding.IsZero ? null : $"padding: {Padding.Code}",
        Dilation == 1 ? null : $"dilation: {Dilation.Pair}",
        Groups == 1 ? null : Invariant($"groups: {Groups}"),
        PaddingMode == PaddingMode.Zeros ? null : $"paddingMode: {nameof(PaddingMode)}.{PaddingMode}");

    /// <inheritdoc cref="Code"/>
    public override string ToString() => Code;
}

using System.Globalization;
using CourseCnn.Modules;
using static System.FormattableString;

namespace CourseCnn.Layers.Arguments;

/// <summary>Checks of what a learner gives to a layer, each with a sentence that says what to write instead.</summary>
static class Require
{
    /// <summary>Far more than any picture has, and few enough that sums of sizes stay whole numbers of 32 bits.</summary>
    const int LargestSize = 1 << 24;

    public static void AtLeast(string layer, string argument, int value, int least, string example)
    {
        if (value < least)
            throw new ArgumentException(Invariant(
                $"{layer} needs {Article(argument)} {argument} of at least {least}, but got {value}: ")
                + $"write for example {argument}: {example}.");
    }

    public static void AtLeast(string layer, string argument, Size2d value, int least, string example)
    {
        if (value.Smallest < least)
            throw new ArgumentException(Invariant(
                $"{layer} needs {Article(argument)} {argument} of at least {least} in both directions, but got {value}: ")
                + $"write for example {argument}: {example}.");
    }

    /// <summary>That no size is so large that sums of sizes would overflow.</summary>
    public static void NotHuge(string layer, params ReadOnlySpan<(string Argument, Size2d Size)> sizes)
    {
        foreach (var (argument, size) in sizes)
            if (Math.Max(size.Height, size.Width) > LargestSize)
                throw new ArgumentException(Invariant($"{layer} takes a {argument} of at most {LargestSize}, but got {size}."));
    }

    /// <summary>The same for the pixels that a kernel with gaps reaches over.</summary>
    public static void NotHugeReach(string layer, Size2d kernelSize, Size2d dilation)
    {
        if (Math.BigMul(kernelSize.Height, dilation.Height) > LargestSize || Math.BigMul(kernelSize.Width, dilation.Width) > LargestSize)
            throw new ArgumentException(Invariant($"{layer} would reach over more than {LargestSize} pixels: write a smaller dilation."));
    }

    /// <summary>That a shape is a picture's or a batch of pictures', and has so many channels (any number for null).</summary>
    /// <param name="layer">What needs it; only an error builds its name.</param>
    /// <param name="input">The shape.</param>
    /// <param name="channels">How many.</param>
    public static void Picture<TLayer>(in TLayer layer, Shape input, int? channels)
        where TLayer : IHasCode
    {
        if (input.Rank is not (3 or 4))
        {
            var c = channels?.ToString(CultureInfo.InvariantCulture) ?? "C";
            throw new ArgumentException($"{layer.Code} needs an input of shape (N, {c}, H, W) or ({c}, H, W), but got shape {input}"
                + (input.Rank != 2 ? "."
                    : channels is null or 1 ? ": write image[null, null, ..] to add the two dimensions in front."
                    : $": a grey picture has 1 channel, not {c}. Give it one of shape ({c}, H, W), or build a layer for 1 channel."));
        }

        if (channels is { } count && input[-3] != count)
            throw new ArgumentException(
                $"{layer.Code} needs an input of {CodeText.Plural(count, "channel")}, but got shape {input}: "
                + $"{CodeText.Plural(input[-3], "channel")}.");
    }

    static string Article(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a";
}

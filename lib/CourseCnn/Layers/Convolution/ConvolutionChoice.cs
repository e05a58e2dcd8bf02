using System.Globalization;
using System.Text;

namespace CourseCnn;

/// <summary>Which method a layer takes, and the words for it.</summary>
static class ConvolutionChoice
{
    /// <summary>An error sentence where a method that was asked for cannot do such a convolution.</summary>
    public static void Require(ConvolutionMethod method, in ConvolutionSizes sizes, Conv2dArguments arguments)
    {
        if (Obstacle(method, sizes) is { } obstacle)
            throw new ArgumentException(
                $"{arguments} cannot be computed by ConvolutionMethod.{method}, which {obstacle}: write Method = ConvolutionMethod.Auto.");
    }

    /// <summary>Which method is taken for an input, and why.</summary>
    public static string Explain(ConvolutionMethod method, in ConvolutionSizes sizes, Conv2dArguments arguments, Shape input)
    {
        var plan = ConvolutionPlan.Of(sizes);
        var taken = method == ConvolutionMethod.Auto ? plan.Method : method;
        var text = new StringBuilder();
        var why = method == ConvolutionMethod.Auto ? "which is likely the fastest" : "because Method says so";
        Add($"{arguments} on an input of shape {input} is computed by {taken}, {why}.");
        Add($"It makes {sizes.OutputLength:N0} numbers, each the sum of {sizes.Taps:N0} products. Estimated for one core:");
        foreach (var (other, seconds) in plan.Costs.OrderBy(cost => cost.Seconds ?? double.PositiveInfinity))
        {
            var time = seconds is { } estimate ? Time(estimate) : "not possible";
            Add($"{(other == taken ? "→" : " ")} {other,-12} {time,12}: {Reason(other, sizes, plan)}.");
        }

        return text.ToString().TrimEnd('\n');

        void Add(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>What a method cannot do about a convolution, as the end of a sentence; null where it can do it.</summary>
    static string? Obstacle(ConvolutionMethod method, in ConvolutionSizes sizes) => method switch
    {
        ConvolutionMethod.Winograd when !WinogradConvolution.Can(sizes) =>
            "needs a kernelSize of (3, 3), with stride, dilation and groups 1",
        ConvolutionMethod.Fft when FftTiles.For(sizes) is null =>
            "needs kernels that reach over at most 1024 pixels, and few enough of them that their spectra take up to 64 MB",
        _ => null,
    };

    static string Reason(ConvolutionMethod method, in ConvolutionSizes sizes, ConvolutionPlan plan)
    {
        if (Obstacle(method, sizes) is { } obstacle)
            return obstacle;
        var tiles = WinogradConvolution.Tiles(sizes).Pair;
        return FormattableString.Invariant(method switch
        {
            ConvolutionMethod.Direct =>
                $"computes every product, for {Math.Min(Tile.Rows, sizes.GroupOutChannels)} x {Tile.Width} neighbouring outputs at once",
            ConvolutionMethod.ImplicitGemm =>
                $"multiplies patches by a matrix of {CodeText.Plural(sizes.GroupOutChannels, "kernel")}, {Tile.Width} columns at a time",
            ConvolutionMethod.Winograd =>
                $"needs 36 products where the definition needs 144, but transforms {tiles} tiles of each picture",
            _ => $"multiplies spectra of {plan.FftTiles!.Value.Transform.Pair} numbers, whatever the kernel's size",
        });
    }

    static string Time(double seconds) => seconds < 1e-3
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:0.#} µs")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.##} ms");
}

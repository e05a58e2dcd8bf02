using System.Globalization;
using System.Text;
using CourseCnn.Compute.Convolution;

namespace CourseCnn.Layers.Convolution;

/// <summary>Which method a layer takes, and the words for it.</summary>
static class ConvolutionChoice
{
    /// <summary>An error sentence where a method that was asked for cannot do such a convolution.</summary>
    public static void Require(ConvolutionMethod method, in ConvolutionSizes sizes, Conv2dArguments arguments)
    {
        if (ConvolutionAlgorithms.Of(method)?.Obstacle(sizes) is { } obstacle)
            throw new ArgumentException(
                $"{arguments} cannot be computed by ConvolutionMethod.{method}, which {obstacle}: write Method = ConvolutionMethod.Auto.");
    }

    /// <summary>Which method is taken for an input, and why.</summary>
    public static string Explain(ConvolutionMethod method, in ConvolutionSizes sizes, Conv2dArguments arguments, Shape input)
    {
        var plan = ConvolutionPlan.Of(sizes);
        var taken = method == ConvolutionMethod.Auto ? plan.Algorithm.Method : method;
        var text = new StringBuilder();
        var why = method == ConvolutionMethod.Auto ? "which is likely the fastest" : "because Method says so";
        Add($"{arguments} on an input of shape {input} is computed by {taken}, {why}.");
        Add($"It makes {sizes.OutputLength:N0} numbers, each the sum of {sizes.Taps:N0} products. Estimated for one core:");
        foreach (var (algorithm, seconds) in plan.Costs.OrderBy(cost => cost.Seconds ?? double.PositiveInfinity))
        {
            var other = algorithm.Method;
            var time = seconds is { } estimate ? Time(estimate) : "not possible";
            Add($"{(other == taken ? "→" : " ")} {other,-12} {time,12}: {algorithm.Obstacle(sizes) ?? algorithm.Reason(sizes)}.");
        }

        return text.ToString().TrimEnd('\n');

        void Add(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    static string Time(double seconds) => seconds < 1e-3
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:0.#} µs")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.##} ms");
}

using System.Globalization;
using System.Text.RegularExpressions;
using static CourseCnn.Figures.Drawing.Numbers;

namespace CourseCnn.Figures.Diagrams;

/// <summary>One station of a picture's way through a model: a layer, with those behind it that only act on each number.</summary>
sealed partial class ModelStep
{
    internal enum Kind
    {
        /// <summary>What goes into the model.</summary>
        Input,

        /// <summary>Kernels pass over maps and make maps.</summary>
        Convolution,

        /// <summary>Maps are shrunk, without parameters.</summary>
        Pooling,

        /// <summary>Maps become a vector.</summary>
        Flattening,

        /// <summary>Every number is connected to every one before.</summary>
        Dense,

        /// <summary>A layer of the learner's own, or of another kind.</summary>
        Other,
    }

    readonly List<string> tags = [];

    ModelStep(Kind what, string name, Shape output, Module? layer)
    {
        (What, Name, Size) = (what, name, output.Rank > 1 ? output[1..] : output);
        Parameters = layer?.Parameters().Sum(parameter => (long)parameter.Count) ?? 0;
        var told = layer?.ExtraRepr() ?? "";
        Kernel = Find(told, "kernel_size");
        Stride = Find(told, "stride");
        Padding = Find(told, "padding");
    }

    internal Kind What { get; }

    internal string Name { get; }

    /// <summary>What comes out, without its batch.</summary>
    internal Shape Size { get; }

    internal long Parameters { get; private set; }

    internal Size2d? Kernel { get; }

    Size2d? Stride { get; }

    Size2d? Padding { get; }

    /// <summary>The layers behind it that act on each number, such as ReLU.</summary>
    internal IReadOnlyList<string> Tags => tags;

    internal bool IsMaps => Size.Rank == 3;

    internal string SizeText => string.Join(" × ", Size.Select(size => Number(size)));

    /// <summary>Kernel, stride and padding, those that are not as usual.</summary>
    internal IEnumerable<string> Details
    {
        get
        {
            if (Kernel is not { } kernel)
                yield break;
            yield return Times(kernel);
            if (Stride is { } stride && stride != (What == Kind.Pooling ? kernel : 1))
                yield return $"stride {Short(stride)}";
            if (Padding is { } padding && padding != 0)
                yield return $"padding {Short(padding)}";
        }
    }

    /// <summary>For a listener.</summary>
    internal string Spoken => string.Join(", ", Details.Prepend(Name))
        + (Tags.Count == 0 ? "" : $" with {string.Join(" and ", Tags)}")
        + $", {SizeText}"
        + (Parameters == 0 ? "" : $", {Number(Parameters)} parameter{(Parameters == 1 ? "" : "s")}");

    /// <summary>The stations of a model.</summary>
    internal static IReadOnlyList<ModelStep> Of(Shape input, IReadOnlyList<LayerCall> calls)
    {
        var steps = new List<ModelStep> { new(Kind.Input, "Input", input, null) };
        foreach (var (layer, before, after) in calls)
        {
            if (before.Shape == after.Shape && layer.Parameters().All(parameter => parameter.Rank <= 1))
            {
                steps[^1].tags.Add(layer.TypeName);
                steps[^1].Parameters += layer.Parameters().Sum(parameter => (long)parameter.Count);
            }
            else
                steps.Add(new(KindOf(layer, before.Shape, after.Shape), layer.TypeName, after.Shape, layer));
        }

        return steps;
    }

    static Kind KindOf(Module layer, Shape before, Shape after)
    {
        var learns = layer.Parameters().Count > 0;
        return (before.Rank, after.Rank) switch
        {
            (4, 4) => learns ? Kind.Convolution : Kind.Pooling,
            (_, 2) => learns ? Kind.Dense : before.Count == after.Count ? Kind.Flattening : Kind.Other,
            _ => Kind.Other,
        };
    }

    static string Short(Size2d size) => size.Height == size.Width ? Count(size.Height) : size.Pair;

    /// <summary>
    /// A size in what a layer prints of itself, so that a learner's own layers that print the same are drawn with it too.
    /// </summary>
    static Size2d? Find(string told, string name)
    {
        foreach (Match match in Sizes().Matches(told))
            if (match.Groups["name"].Value == name)
            {
                var first = Read("first");
                return match.Groups["second"].Success ? (first, Read("second")) : first;

                int Read(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
            }

        return null;
    }

    [GeneratedRegex(@"(?<name>\w+)=\(?(?<first>\d{1,9})(?:, (?<second>\d{1,9})\))?")]
    private static partial Regex Sizes();
}

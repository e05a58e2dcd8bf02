using System.Globalization;
using System.Text.RegularExpressions;
using CourseCnn.Tests.Figures.Drawing;
using CsCheck;

namespace CourseCnn.Tests.Figures.Animations;

public partial class AnimateConvolutionTests
{
    static readonly Tensor Input = Tensor.Of([[3, 0, 1, 2, 7], [1, 5, 8, 9, 3], [2, 7, 2, 5, 1], [0, 1, 3, 1, 7], [4, 2, 1, 6, 2]]);
    static readonly Tensor Kernel = Tensor.Of([[1, 0, -1], [1, 0, -1], [1, 0, -1]]);

    [Fact]
    public void Each_step_writes_out_its_sum() => Assert.Equal(
        ["Step 1 of 9", "3·1 + 0·0 + 1·(−1) + 1·1 + 5·0 + 8·(−1) + 2·1 + 7·0 + 2·(−1) = −5"],
        Drawn.Steps(Plots.AnimateConvolution(Input, Kernel))[0]);

    [Fact]
    public void Each_number_of_the_kernel_is_found_in_the_sum_in_its_colour()
    {
        var sum = Drawn.Elements(Plots.AnimateConvolution(Input, Kernel), "text").First(text => text.Value.Contains('·'));
        string[] kernel = ["1", "0", "−1", "1", "0", "−1", "1", "0", "−1"];
        Assert.Equal(kernel, sum.Elements().Where(number => (string?)number.Attribute("class") == "t0").Select(number => number.Value));
    }

    [Fact]
    public void A_sum_is_broken_into_as_many_lines_as_the_page_asks_for()
    {
        var groups = Drawn.Elements(Plots.AnimateConvolution(Input, Kernel), "g").ToLookup(group => (string?)group.Attribute("class"));
        Assert.Equal((9, 9), (groups["wide"].Count(), groups["narrow"].Count()));
        Assert.All(groups["wide"], group => Assert.Single(group.Elements()));
        Assert.All(groups["narrow"], group => Assert.Equal(2, group.Elements().Count()));

        // What fits into one line anyhow is written once.
        Assert.DoesNotContain("narrow", Plots.AnimateConvolution(Input, Kernel[..2, ..2]).ToSvg());
    }

    [Fact]
    public void Every_written_sum_is_true_and_its_result_is_the_convolutions() => Gen
        .Select(Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 2], Gen.Int[0, 999])
        .Where((height, width, rows, columns, _, padding, _) => rows <= height + 2 * padding && columns <= width + 2 * padding)
        .Sample((height, width, rows, columns, stride, padding, seed) =>
        {
            var random = new Random(seed);
            Tensor Whole(Shape shape) => new([.. Enumerable.Range(0, shape.Count).Select(_ => (float)random.Next(-9, 10))], shape);
            var (input, kernel) = (Whole((height, width)), Whole((rows, columns)));
            var figure = Plots.AnimateConvolution(input, kernel, stride, padding);
            var expected = Functional.Conv2d(
                input.Reshape(1, 1, height, width), kernel.Reshape(1, 1, rows, columns), stride: stride, padding: padding).Span.ToArray();

            var steps = Drawn.Steps(figure);
            Assert.Equal(expected.Length, steps.Count);
            for (var step = 0; step < steps.Count; step++)
            {
                var (terms, result) = Read(Joined(steps[step])[1]);
                Assert.Equal(rows * columns, terms.Count);
                Assert.Equal(expected[step], terms.Sum());
                Assert.Equal(expected[step], result);
            }
        }, iter: 60);

    [Fact]
    public void Numbers_that_do_not_fit_into_a_cell_are_rounded_and_said_to_be()
    {
        var step = Assert.Single(Drawn.Steps(Plots.AnimateConvolution(Tensor.Of([[1 / 3.0]]), Tensor.Of([[3.0]]))));
        Assert.Equal("0.3333·3 ≈ 1", step[1]);
    }

    [Fact]
    public void A_worked_example_with_arbitrary_numbers_is_exact()
    {
        var steps = Drawn.Steps(Plots.AnimateConvolution(Tensor.Of([[0.5, -1.25], [3, 1]]), Tensor.Of([[0.5, -1], [-2, 1]])));
        Assert.Equal("0.5·0.5 + (−1.25)·(−1) + 3·(−2) + 1·1 = −3.5", Assert.Single(steps)[1]);
    }

    [Fact]
    public void The_padding_is_drawn_as_zeros_around_the_input()
    {
        var padded = Drawn.Texts(Plots.AnimateConvolution(Tensor.Ones((2, 2)), Tensor.Ones((3, 3)), padding: 1));
        Assert.Equal(12, padded.Count(text => text == "0"));
        Assert.Contains("2 × 2, padded to 4 × 4", padded);
    }

    [Fact]
    public void A_listener_is_told_sizes_kernel_output_and_last_sum()
    {
        var alt = Plots.AnimateConvolution(Input, Kernel, stride: (2, 2), padding: 1).Alt;
        Assert.StartsWith("A kernel of 3 by 3 passes over an input of 5 by 5, padded with zeros to 7 by 7, ", alt);
        Assert.Contains("in steps of 2 down and 2 across", alt);
        Assert.Contains("The kernel, row after row: 1, 0, −1; 1, 0, −1; 1, 0, −1.", alt);
        Assert.Contains("The output, row after row: −5, −6, 11; −13, −2, 15; −3, −4, 7.", alt);
        Assert.EndsWith("= 7.", alt);
    }

    [Fact]
    public void The_largest_one_stays_light()
    {
        var blur = Tensor.Of([[.0625, .125, .0625], [.125, .25, .125], [.0625, .125, .0625]]);
        var figure = Plots.AnimateConvolution(Tensor.Arange(64).Reshape(8, 8), blur, padding: 1);
        Assert.InRange(figure.ToSvg().Length, 1, 60_000);
        Assert.InRange(figure.ToHtml().Length, 1, 62_000);
    }

    [Fact]
    public void The_same_is_drawn_every_time_and_in_every_culture()
    {
        Figure Make() => Plots.AnimateConvolution(Tensor.Of([[0.5, 1], [2, 3.25]]), Tensor.Of([[1.5]]));
        Assert.Equal(Make().ToHtml() + Make().Alt, Drawn.InGerman(Make));
    }

    [Fact]
    public void It_needs_no_script_and_no_network()
    {
        var svg = Plots.AnimateConvolution(Input, Kernel).ToSvg();
        Assert.DoesNotContain("<script", svg);
        Assert.DoesNotContain("http", svg.Replace("http://www.w3.org/2000/svg", ""));
        Assert.Contains("prefers-reduced-motion", svg);
    }

    [Fact]
    public void A_picture_is_too_large() => Throws(
        () => Plots.AnimateConvolution(Tensor.Zeros((100, 100)), Kernel),
        "at most 8 x 8", "100 x 100", "image.Crop(top: 0, left: 0, height: 6, width: 6)");

    [Fact]
    public void A_kernel_may_be_too_large() =>
        Throws(() => Plots.AnimateConvolution(Input, Tensor.Zeros((7, 7))), "at most 5 x 5", "7 x 7");

    [Fact]
    public void A_kernel_must_fit() => Throws(() => Plots.AnimateConvolution(Tensor.Zeros((2, 2)), Kernel), "reaches over 3 x 3");

    [Fact]
    public void Several_channels_are_too_many() =>
        Throws(() => Plots.AnimateConvolution(Tensor.Zeros((3, 4, 4)), Kernel), "(3, 4, 4)", "image[0]");

    [Fact]
    public void A_padding_may_be_too_wide() => Throws(() => Plots.AnimateConvolution(Input, Kernel, padding: 9), "padding of at most 2");

    [Fact]
    public void A_number_must_be_one() => Throws(() => Plots.AnimateConvolution(Tensor.Full((3, 3), double.NaN), Kernel), "NaN");

    static void Throws(Action action, params string[] parts)
    {
        var message = Assert.Throws<ArgumentException>(action).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }

    /// <summary>What step it is, and its sum, which may be broken into lines.</summary>
    static string[] Joined(IReadOnlyList<string> step) => [step[0], string.Join(' ', step.Skip(1))];

    static (List<float> Terms, float Result) Read(string sum)
    {
        var sides = sum.Split(" = ");
        var terms = Term().Matches(sides[0]).Select(term =>
            Number(term.Groups["a"].Value) * Number(term.Groups["b"].Value)).ToList();
        return (terms, Number(sides[1]));
    }

    static float Number(string text) => float.Parse(text.Trim('(', ')').Replace('−', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=^|^\+ | \+ )(?<a>\d+|\(−\d+\))·(?<b>\d+|\(−\d+\))")]
    private static partial Regex Term();
}

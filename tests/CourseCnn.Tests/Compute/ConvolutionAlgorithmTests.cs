using CourseCnn.Compute.Convolution;
using CourseCnn.Compute.Convolution.Fft;

namespace CourseCnn.Tests.Compute;

public class ConvolutionAlgorithmTests
{
    static readonly ConvolutionSizes sizes = new() { Batch = 1, InChannels = 1, OutChannels = 1, Input = 64, Kernel = 3 };

    [Fact]
    public void Each_algorithm_has_a_name_of_its_own_and_Auto_is_none()
    {
        foreach (var algorithm in ConvolutionAlgorithms.All)
            Assert.Same(algorithm, ConvolutionAlgorithms.Of(algorithm.Method));
        Assert.Null(ConvolutionAlgorithms.Of(ConvolutionMethod.Auto));
        Assert.Equal(Enum.GetValues<ConvolutionMethod>().Length, ConvolutionAlgorithms.All.Count + 1);
    }

    [Fact]
    public void A_fifth_algorithm_is_taken_where_it_is_the_cheapest_and_can_do_it()
    {
        ConvolutionAlgorithm[] Five(double seconds, string? obstacle = null, bool spreads = false) =>
            [.. ConvolutionAlgorithms.All, new Fifth(seconds, obstacle, spreads)];

        Assert.IsType<Fifth>(ConvolutionPlan.Of(sizes, Five(0)).Algorithm);
        Assert.IsNotType<Fifth>(ConvolutionPlan.Of(sizes, Five(1)).Algorithm);
        var impossible = ConvolutionPlan.Of(sizes, Five(0, "needs something else"));
        Assert.IsNotType<Fifth>(impossible.Algorithm);
        Assert.Null(impossible.Costs[^1].Seconds);
        Assert.IsType<Fifth>(ConvolutionPlan.Of(sizes, Five(0)).ForNonFinite());
        Assert.IsNotType<Fifth>(ConvolutionPlan.Of(sizes, Five(0, spreads: true)).ForNonFinite());
    }

    [Fact]
    public void Tiles_of_a_transform_are_those_of_the_sizes_however_many_were_asked_for()
    {
        // More than are cached, and the first ones again.
        var asked = Enumerable.Range(0, 100).Select(i => sizes with { Input = 40 + 5 * i, Kernel = 1 + i % 30 }).ToArray();
        var first = Array.ConvertAll(asked, any => FftTiles.For(any));
        Assert.Equal(first, Array.ConvertAll(asked, any => FftTiles.For(any)));
        for (var i = 0; i < asked.Length; i++)
        {
            var tiles = first[i]!.Value;
            Assert.True(tiles.Outputs.Height * tiles.InImage.Height >= asked[i].Output.Height);
            Assert.True(tiles.Outputs.Height + asked[i].Kernel.Height - 1 == tiles.Transform.Height);
        }
    }

    sealed class Fifth(double seconds, string? obstacle, bool spreads) : ConvolutionAlgorithm
    {
        public override ConvolutionMethod Method => (ConvolutionMethod)99;

        public override bool SpreadsNonFinite => spreads;

        public override string? Obstacle(in ConvolutionSizes sizes) => obstacle;

        public override double Seconds(in ConvolutionSizes sizes) => seconds;

        public override string Reason(in ConvolutionSizes sizes) => "is a test";

        public override void Forward(
            in ConvolutionSizes sizes, in ConvolutionSizes whole, ConvolutionArrays arrays, PreparedKernels prepared) =>
            throw new InvalidOperationException("Only its costs are asked for.");
    }
}

using CourseCnn.Compute.Convolution;
using CsCheck;

namespace CourseCnn.Tests.Compute;

/// <summary>A random convolution: its sizes, and numbers of those sizes.</summary>
sealed record ConvolutionCase(ConvolutionSizes Sizes, float[] Input, float[] Weight, float[] Bias)
{
    static readonly Gen<float> Number = Gen.Float[-2, 2];

    static readonly Gen<ConvolutionSizes> AnySizes =
        from groups in Gen.Int[1, 3]
        from counts in Gen.Select(Gen.Int[1, 2], Gen.Int[1, 3], Gen.Int[1, 3])
        from kernel in Size(1, 5)
        from stride in Size(1, 4)
        from dilation in Size(1, 3)
        from before in Size(0, 4)
        from after in Size(0, 4)
        from extra in Size(0, 40)
        let reach = new Size2d(dilation.Height * (kernel.Height - 1) + 1, dilation.Width * (kernel.Width - 1) + 1)
        select new ConvolutionSizes
        {
            Batch = counts.Item1,
            InChannels = counts.Item2 * groups,
            OutChannels = counts.Item3 * groups,
            Input = (
                Math.Max(1, reach.Height - before.Height - after.Height + extra.Height / 3),
                Math.Max(1, reach.Width - before.Width - after.Width + extra.Width)),
            Kernel = kernel,
            Stride = stride,
            Dilation = dilation,
            Groups = groups,
            PaddingBefore = before,
            PaddingAfter = after,
        };

    public static Gen<ConvolutionCase> Any =>
        from sizes in AnySizes
        from input in Number.Array[sizes.InputLength]
        from weight in Number.Array[sizes.WeightLength]
        from bias in Gen.OneOf(Gen.Const(Array.Empty<float>()), Number.Array[sizes.OutChannels])
        select new ConvolutionCase(sizes, input, weight, bias);

    /// <summary>What Winograd's method can do: 3 x 3 kernels, one step at a time.</summary>
    public static Gen<ConvolutionCase> ThreeByThree =>
        from counts in Gen.Select(Gen.Int[1, 2], Gen.Int[1, 20], Gen.Int[1, 20])
        from before in Size(0, 3)
        from after in Size(0, 3)
        from input in Size(3, 20)
        let sizes = new ConvolutionSizes
        {
            Batch = counts.Item1,
            InChannels = counts.Item2,
            OutChannels = counts.Item3,
            Input = input,
            Kernel = 3,
            PaddingBefore = before,
            PaddingAfter = after,
        }
        from numbers in Number.Array[sizes.InputLength]
        from weight in Number.Array[sizes.WeightLength]
        from bias in Gen.OneOf(Gen.Const(Array.Empty<float>()), Number.Array[sizes.OutChannels])
        select new ConvolutionCase(sizes, numbers, weight, bias);

    /// <summary>Small kernels that see one channel each, on pictures at least a vector wide.</summary>
    public static Gen<ConvolutionCase> OneChannel =>
        from counts in Gen.Select(Gen.Int[1, 2], Gen.Int[1, 3], Gen.Int[1, 3])
        from kernel in Gen.Int[2, 6]
        from before in Size(0, 4)
        from after in Size(0, 4)
        from input in Gen.Select(Gen.Int[6, 80], Gen.Int[20, 150])
        let sizes = new ConvolutionSizes
        {
            Batch = counts.Item1,
            InChannels = counts.Item2,
            OutChannels = counts.Item2 * counts.Item3,
            Input = input,
            Kernel = kernel,
            Groups = counts.Item2,
            PaddingBefore = before,
            PaddingAfter = after,
        }
        from numbers in Number.Array[sizes.InputLength]
        from weight in Number.Array[sizes.WeightLength]
        from bias in Gen.OneOf(Gen.Const(Array.Empty<float>()), Number.Array[sizes.OutChannels])
        select new ConvolutionCase(sizes, numbers, weight, bias);

    /// <summary>The same numbers every time, from -1 to 1.</summary>
    public static ConvolutionCase Seeded(ConvolutionSizes sizes)
    {
        var random = new Random(1);
        return new(sizes, Numbers(sizes.InputLength), Numbers(sizes.WeightLength), Numbers(sizes.OutChannels));

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextSingle() - 1)];
    }

    public float[] Forward() => Forward(Input, Weight, Bias);

    public float[] Forward(ConvolutionMethod method) => Forward(Input, Weight, Bias, method);

    /// <summary>What rounding is measured by: the largest output, or where outputs cancel out, what random signs would have left.</summary>
    public double Magnitude(double[] outputs) => Math.Max(
        outputs.Select(Math.Abs).DefaultIfEmpty().Max(), Input.Max(Math.Abs) * Weight.Max(Math.Abs) * Math.Sqrt(Sizes.Taps));

    public float[] Forward(float[] input, float[] weight, float[] bias, ConvolutionMethod method = ConvolutionMethod.Auto)
    {
        // Filled, to show that what was there before does not matter.
        var output = new float[Sizes.OutputLength];
        Array.Fill(output, float.NaN);
        Convolution.Forward(Sizes, input, weight, bias, output, method);
        return output;
    }

    /// <summary>The definition, one product after the other, in double precision.</summary>
    public double[] Naive()
    {
        var s = Sizes;
        var output = new double[s.OutputLength];
        var i = 0;
        for (var n = 0; n < s.Batch; n++)
            for (var o = 0; o < s.OutChannels; o++)
                for (var y = 0; y < s.Output.Height; y++)
                    for (var x = 0; x < s.Output.Width; x++)
                        output[i++] = One(n, o, y, x);
        return output;
    }

    double One(int n, int o, int y, int x)
    {
        var s = Sizes;
        var sum = Bias.Length == 0 ? 0.0 : Bias[o];
        for (var c = 0; c < s.GroupInChannels; c++)
            for (var ky = 0; ky < s.Kernel.Height; ky++)
                for (var kx = 0; kx < s.Kernel.Width; kx++)
                {
                    var iy = y * s.Stride.Height + ky * s.Dilation.Height - s.PaddingBefore.Height;
                    var ix = x * s.Stride.Width + kx * s.Dilation.Width - s.PaddingBefore.Width;
                    if (iy < 0 || iy >= s.Input.Height || ix < 0 || ix >= s.Input.Width)
                        continue;
                    var channel = n * s.InChannels + o / s.GroupOutChannels * s.GroupInChannels + c;
                    sum += (double)Weight[((o * s.GroupInChannels + c) * s.Kernel.Height + ky) * s.Kernel.Width + kx]
                        * Input[(channel * s.Input.Height + iy) * s.Input.Width + ix];
                }

        return sum;
    }

    static Gen<Size2d> Size(int least, int most) =>
        Gen.Select(Gen.Int[least, most], Gen.Int[least, most], (height, width) => new Size2d(height, width));
}

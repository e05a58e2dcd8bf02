using CourseCnn.Tensors.RandomNumbers;

namespace CourseCnn.Layers;

/// <summary>What layers start with: PyTorch's initial weights, drawn from the same generator in the same order.</summary>
static class Initial
{
    /// <summary>
    /// Weights between plus and minus 1 / sqrt(fan in): Kaiming's uniform initialisation (He et al., 2015, arXiv:1502.01852)
    /// with a = sqrt(5). Worked out in PyTorch's steps, so that even the last bit agrees.
    /// </summary>
    public static Parameter Weight(Shape shape, long fanIn)
    {
        var slope = Math.Sqrt(5);
        var gain = Math.Sqrt(2 / (1 + slope * slope));
        return Uniform(shape, Math.Sqrt(3) * (gain / Math.Sqrt(fanIn)));
    }

    /// <summary>Biases between plus and minus 1 / sqrt(fan in).</summary>
    public static Parameter Bias(int count, long fanIn) => Uniform(count, 1 / Math.Sqrt(fanIn));

    static Parameter Uniform(Shape shape, double bound)
    {
        var numbers = new float[shape.Count];
        Generator.Default.FillUniform(numbers, (float)-bound, (float)bound);
        return new Parameter(new Tensor(numbers, shape));
    }
}

namespace CourseCnn.Compute.Pooling;

/// <summary>All the sizes of one pooling: a window that passes over planes (a picture's channels), each for itself.</summary>
readonly record struct PoolingSizes
{
    public required int Planes { get; init; }
    public required Size2d Input { get; init; }
    public required Size2d Kernel { get; init; }
    public required Size2d Stride { get; init; }
    public Size2d Padding { get; init; } = 0;
    public Size2d Dilation { get; init; } = 1;

    /// <summary>
    /// Whether a last window counts that reaches beyond the padded input, provided it starts inside the input or left of it.
    /// </summary>
    public bool CeilMode { get; init; }

    public PoolingSizes()
    {
    }

    /// <summary>How far a window reaches: its own size, with the gaps that dilation opens.</summary>
    public Size2d Reach => (Dilation.Height * (Kernel.Height - 1) + 1, Dilation.Width * (Kernel.Width - 1) + 1);

    /// <summary>How many windows there are from top to bottom and from left to right; zero where none fits.</summary>
    public Size2d Output => (
        Places(Input.Height, Padding.Height, Reach.Height, Stride.Height, CeilMode),
        Places(Input.Width, Padding.Width, Reach.Width, Stride.Width, CeilMode));

    public int InputLength => Planes * Input.Height * Input.Width;
    public int OutputLength => Planes * Output.Height * Output.Width;

    static int Places(int size, int padding, int reach, int stride, bool ceil)
    {
        var room = size + 2 * padding - reach;
        if (room < 0 && !(ceil && room + stride - 1 >= 0))
            return 0;

        var places = (room + (ceil ? stride - 1 : 0)) / stride + 1;
        return ceil && (places - 1) * stride >= size + padding ? places - 1 : places;
    }
}

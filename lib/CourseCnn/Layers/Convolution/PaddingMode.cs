namespace CourseCnn;

/// <summary>What a convolution's border is filled with.</summary>
public enum PaddingMode
{
    /// <summary>Zeros.</summary>
    Zeros,

    /// <summary>The picture mirrored at its edge, the edge itself not repeated: c b | a b c.</summary>
    Reflect,

    /// <summary>The edge itself, repeated: a a | a b c.</summary>
    Replicate,

    /// <summary>The opposite side, as if the picture were a tile: b c | a b c.</summary>
    Circular,
}

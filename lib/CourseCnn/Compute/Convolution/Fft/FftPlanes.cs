using CourseCnn.Compute.Memory;

namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>
/// Planes of complex numbers, one for each channel: in each row the real parts, then the imaginary ones. Rows are a cache line longer than
/// needed, since powers of two would crowd into few lines of the cache.
/// </summary>
readonly unsafe struct FftPlanes(Size2d size, int count) : IDisposable
{
    readonly Scratch memory = new((long)count * size.Height * (2 * size.Width + 16));

    public Size2d Size => size;

    /// <summary>From one row to the next.</summary>
    public int Pitch => 2 * size.Width + 16;

    /// <summary>The real parts of a row; the imaginary ones are a row's width further on.</summary>
    public float* Row(int plane, int y) => memory.Pointer + ((long)plane * size.Height + y) * Pitch;

    public void Dispose() => memory.Dispose();
}

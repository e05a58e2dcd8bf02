using System.Runtime.CompilerServices;

namespace CourseCnn.Compute.Memory;

/// <summary>
/// Memory for intermediate results: starts on a cache line, keeps its place, holds whatever was there before, and goes back to the pool
/// when it is disposed of.
/// </summary>
readonly unsafe struct Scratch : IDisposable
{
    const int CacheLine = 64;

    readonly float[] array;

    /// <summary>Memory for so many numbers.</summary>
    public Scratch(long length)
    {
        Length = checked((int)length);
        // The array is pinned for good, so that a pointer to it stays right.
        array = ScratchPool.Rent(Length + CacheLine / sizeof(float));
        var start = (nint)Unsafe.AsPointer(ref array[0]);
        Pointer = (float*)((start + CacheLine - 1) / CacheLine * CacheLine);
    }

    public float* Pointer { get; }

    public int Length { get; }

    public Span<float> Span => new(Pointer, Length);

    public void Dispose() => ScratchPool.Return(array);
}

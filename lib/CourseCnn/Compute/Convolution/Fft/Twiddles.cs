using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>The numbers on the unit circle that the transforms of one length turn by. Worked out once for each length.</summary>
sealed unsafe class Twiddles
{
    static readonly ConcurrentDictionary<int, Twiddles> Known = new();

    /// <summary>Pinned, so that a pointer to it stays right.</summary>
    readonly float[] numbers;

    /// <summary>For each size of a pass, by its logarithm, where its numbers begin.</summary>
    readonly int[] starts = new int[32];

    Twiddles(int length)
    {
        Length = length;
        var all = new List<float>();
        for (var size = length; size >= 4; size /= 4)
        {
            starts[int.Log2(size)] = all.Count;
            for (var i = 0; i < size / 4; i++)
                for (var multiple = 1; multiple <= 3; multiple++)
                {
                    var (sin, cos) = Math.SinCos(-2 * Math.PI * multiple * i / size);
                    all.Add((float)cos);
                    all.Add((float)sin);
                }
        }

        numbers = GC.AllocateUninitializedArray<float>(all.Count, pinned: true);
        all.CopyTo(numbers);
    }

    /// <summary>How many numbers are transformed: a power of two, at least 4.</summary>
    public int Length { get; }

    public static Twiddles Of(int length) => Known.GetOrAdd(length, static n => new(n));

    /// <summary>For the passes of a size: for each i the turns by i, 2 i and 3 i of so many parts of the circle, cosine and sine.</summary>
    public float* For(int size) => (float*)Unsafe.AsPointer(ref numbers[starts[int.Log2(size)]]);
}

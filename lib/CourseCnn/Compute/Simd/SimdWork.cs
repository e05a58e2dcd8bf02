using System.Runtime.Intrinsics;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.Simd;

/// <summary>
/// Work whose items are computed with vectors, whatever this processor's are: says how to do some of the items with any kind of vector,
/// and gets done with the widest there is, on all threads.
/// </summary>
abstract class SimdWork
{
    /// <summary>How many floats the widest vector holds.</summary>
    public static int Lanes { get; } =
        Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;

    /// <summary>Does the items from the first number to just before the second.</summary>
    protected abstract void Run<TVector, TSimd>(int from, int to)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>;

    /// <summary>Does all items; see <see cref="Work.Split"/>.</summary>
    public void Run(int count, double secondsPerItem)
    {
        if (Lanes == 16)
            Work.Split(count, secondsPerItem, Run<Vector512<float>, Simd512>);
        else if (Lanes == 8)
            Work.Split(count, secondsPerItem, Run<Vector256<float>, Simd256>);
        else if (Lanes == 4)
            Work.Split(count, secondsPerItem, Run<Vector128<float>, Simd128>);
        else
            Work.Split(count, secondsPerItem, Run<float, SimdScalar>);
    }
}

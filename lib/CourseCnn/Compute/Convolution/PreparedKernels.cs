using System.IO.Hashing;
using System.Runtime.CompilerServices;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.Convolution;

/// <summary>
/// A layer's kernels as a method wants them, kept for the next call. Anybody may write to a weight at any time (through a span, through
/// another tensor of the same storage), so what is kept is known by the numbers it was made of: their check sum is taken at every call,
/// which costs no more than reading them once.
/// </summary>
sealed unsafe class PreparedKernels
{
    /// <summary>All that keep something, so that it can be given back.</summary>
    static readonly ConditionalWeakTable<PreparedKernels, object> All = [];

    readonly Lock gate = new();
    float[]? numbers;
    (ConvolutionMethod, ConvolutionSizes, Size2d, UInt128) key;
    (ConvolutionSizes Sizes, ConvolutionPlan Plan)? last;

    internal delegate void Preparation(ConvolutionSizes sizes, nint weight, nint target);

    /// <summary>The plan for a convolution; that of the last call is kept, since the next one mostly has the same sizes.</summary>
    public ConvolutionPlan PlanFor(in ConvolutionSizes sizes)
    {
        lock (gate)
        {
            if (last is not { } known || known.Sizes != sizes)
                last = known = (sizes, ConvolutionPlan.Of(sizes));
            return known.Plan;
        }
    }

    /// <summary>
    /// The prepared kernels; valid as long as this object is alive and not cleared, so keep it until they have been used.
    /// </summary>
    /// <param name="method">For which method.</param>
    /// <param name="sizes">For which convolution.</param>
    /// <param name="weight">The kernels.</param>
    /// <param name="length">How many numbers are prepared.</param>
    /// <param name="prepare">Writes them.</param>
    /// <param name="form">What else they depend on, if they do.</param>
    public float[] Get(
        ConvolutionMethod method, in ConvolutionSizes sizes, float* weight, long length, Preparation prepare, Size2d form = default)
    {
        // The input's size and the batch make no difference to kernels.
        var kernelSizes = sizes with { Batch = 1, Input = default, PaddingBefore = default, PaddingAfter = default };
        var now = (method, kernelSizes, form, CheckSum(weight, sizes.WeightLength));
        lock (gate)
        {
            if (numbers is not null && key == now)
                return numbers;

            numbers = GC.AllocateUninitializedArray<float>(checked((int)length + CacheLine), pinned: true);
            prepare(sizes, (nint)weight, (nint)Start(numbers));
            key = now;
            All.AddOrUpdate(this, this);
            return numbers;
        }
    }

    const int CacheLine = 16;

    /// <summary>Where prepared kernels begin: on a cache line.</summary>
    public static float* Start(float[] numbers) => (float*)(((nint)Unsafe.AsPointer(ref numbers[0]) + 63) & ~63);

    /// <summary>Gives back what all layers keep; the next call prepares it again.</summary>
    public static void ClearAll()
    {
        foreach (var (kernels, _) in All)
            lock (kernels.gate)
                kernels.numbers = null;
    }

    static UInt128 CheckSum(float* weight, int length)
    {
        const int part = 1 << 17;
        var parts = (length + part - 1) / part;
        var sums = new UInt128[parts];
        Work.Split(parts, part / MachineSpeed.Copies / 2, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var bytes = sizeof(float) * Math.Min(part, length - i * part);
                sums[i] = XxHash128.HashToUInt128(new ReadOnlySpan<byte>(weight + (long)i * part, bytes));
            }
        });
        return parts == 1 ? sums[0] : XxHash128.HashToUInt128(System.Runtime.InteropServices.MemoryMarshal.AsBytes(sums.AsSpan()));
    }
}

using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Threads;

namespace CourseCnn.Compute.Pooling;

/// <summary>
/// Max pooling without a border, many windows at a time: first the greatest number of each column over a window's rows, then the greatest
/// of neighbouring columns.
/// </summary>
/// <remarks>Working memory: a row for each thread.</remarks>
static unsafe class MaxPooling
{
    /// <summary>Whether all windows lie in the input and have no gaps.</summary>
    public static bool Can(in PoolingSizes sizes)
    {
        var (output, stride, kernel) = (sizes.Output, sizes.Stride, sizes.Kernel);
        return sizes.Padding == 0 && sizes.Dilation == 1
            && (output.Height - 1) * stride.Height + kernel.Height <= sizes.Input.Height
            && (output.Width - 1) * stride.Width + kernel.Width <= sizes.Input.Width;
    }

    public static void Forward(PoolingSizes sizes, ReadOnlySpan<float> input, Span<float> output)
    {
        fixed (float* inputStart = input, outputStart = output)
        {
            // A lambda cannot hold a fixed pointer, but it can hold its copy; the work ends before the pinning does.
            float* inputs = inputStart, outputs = outputStart;
            var ((height, width), (outHeight, outWidth)) = (sizes.Input, sizes.Output);
            Work.Split(sizes.Planes * outHeight, (sizes.Kernel.Height * width + outWidth * 2) / MachineSpeed.Copies / 2, (from, to) =>
            {
                using var columns = new Scratch(width);
                for (var row = from; row < to; row++)
                {
                    var (plane, y) = Math.DivRem(row, outHeight);
                    var first = inputs + ((long)plane * height + y * sizes.Stride.Height) * width;
                    Columns(first, width, sizes.Kernel.Height, columns.Span);
                    Neighbours(columns.Pointer, sizes.Kernel.Width, sizes.Stride.Width, outputs + (long)row * outWidth, outWidth);
                }
            });
        }
    }

    /// <summary>The greatest number of each column over some rows.</summary>
    static void Columns(float* rows, int width, int count, Span<float> result)
    {
        if (count == 1)
            new ReadOnlySpan<float>(rows, width).CopyTo(result);
        for (var row = 1; row < count; row++)
        {
            var before = row == 1 ? new ReadOnlySpan<float>(rows, width) : result;
            TensorPrimitives.Max(before, new ReadOnlySpan<float>(rows + (long)row * width, width), result);
        }
    }

    /// <summary>The greatest of some neighbours, a stride apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Neighbours(float* numbers, int count, int stride, float* result, int length)
    {
        var x = 0;
        if (count == 2 && stride == 2 && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
            for (; x <= length - 4; x += 4)
                GreaterOfPairs(Vector128.Load(numbers + 2 * x), Vector128.Load(numbers + 2 * x + 4)).Store(result + x);

        for (; x < length; x++)
        {
            var greatest = numbers[x * stride];
            for (var i = 1; i < count; i++)
                greatest = MathF.Max(greatest, numbers[x * stride + i]);
            result[x] = greatest;
        }
    }

    /// <summary>a0 a1 a2 a3 and b0 b1 b2 b3: the greater of a0 and a1, of a2 and a3, of b0 and b1, of b2 and b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<float> GreaterOfPairs(Vector128<float> a, Vector128<float> b) => Sse.IsSupported
        ? Vector128.Max(Sse.Shuffle(a, b, 0b10_00_10_00), Sse.Shuffle(a, b, 0b11_01_11_01))
        : Vector128.Max(AdvSimd.Arm64.UnzipEven(a, b), AdvSimd.Arm64.UnzipOdd(a, b));
}

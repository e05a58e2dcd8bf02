using System.Runtime.CompilerServices;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.MatrixProduct;

/// <summary>The blocks of a fully connected layer's product: some output features for a panel of input rows.</summary>
sealed unsafe class AffineMapWork(float* weight, float* panels, float* bias, float* output, int rows, int inFeatures, int outFeatures)
    : SimdWork
{
    const int BlockFeatures = 64;

    readonly int panelCount = Panels.Count(rows);

    public void Run() => Run(
        (outFeatures + BlockFeatures - 1) / BlockFeatures * panelCount,
        MachineSpeed.Multiplications((long)BlockFeatures * inFeatures * Tile.Width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        using var block = new Scratch(BlockFeatures * Tile.Width);
        using var steps = Steps.Numbered(inFeatures);
        var starts = stackalloc float*[BlockFeatures];
        var zeros = stackalloc float[Tile.Width];

        for (var item = from; item < to; item++)
        {
            var (featureBlock, panel) = Math.DivRem(item, panelCount);
            var first = featureBlock * BlockFeatures;
            var count = Math.Min(BlockFeatures, outFeatures - first);
            for (var i = 0; i < count; i++)
                starts[i] = weight + (long)(first + i) * inFeatures;
            Tile.MultiplyPanel<TVector, TSimd>(
                starts, steps.Pointer, count, panels + (long)panel * inFeatures * Tile.Width, inFeatures, zeros, block.Pointer, Tile.Width);

            var row = panel * Tile.Width;
            var used = Math.Min(Tile.Width, rows - row);
            if (bias != null)
                for (var i = 0; i < count; i++)
                    AddTo(new(block.Pointer + i * Tile.Width, used), bias[first + i]);
            Transposition.Copy(block.Pointer, Tile.Width, count, used, output + (long)row * outFeatures + first, outFeatures);
        }
    }

    static void AddTo(Span<float> numbers, float number) => System.Numerics.Tensors.TensorPrimitives.Add(numbers, number, numbers);
}

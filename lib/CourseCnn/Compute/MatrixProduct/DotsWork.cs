using System.Runtime.CompilerServices;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.MatrixProduct;

/// <summary>
/// A fully connected layer for few input rows: each weight is read once and used once or a few times, so that memory sets the pace. Four
/// weight rows are read side by side, since memory brings four streams sooner than one. An item is such a group of four.
/// </summary>
sealed unsafe class DotsWork(float* input, float* weight, float* bias, float* output, int rows, int inFeatures, int outFeatures) : SimdWork
{
    const int Group = 4;

    /// <summary>Numbers that arrive a second from beyond the second cache.</summary>
    const double Reading = 5e9;

    public void Run() =>
        Run((outFeatures + Group - 1) / Group, Group * (inFeatures / Reading + MachineSpeed.Multiplications(2.0 * rows * inFeatures)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run<TVector, TSimd>(int from, int to)
    {
        for (var group = from; group < to; group++)
        {
            var feature = group * Group;
            for (var row = 0; row < rows; row++)
            {
                var x = input + (long)row * inFeatures;
                var result = output + (long)row * outFeatures;
                if (feature + Group <= outFeatures)
                    FourDots<TVector, TSimd>(x, feature, result);
                else
                    for (var i = feature; i < outFeatures; i++)
                        OneDot<TVector, TSimd>(x, i, result);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void FourDots<TVector, TSimd>(float* x, int feature, float* result)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        float* a = weight + (long)feature * inFeatures, b = a + inFeatures, c = b + inFeatures, d = c + inFeatures;
        TVector sumA = TSimd.Broadcast(0), sumB = sumA, sumC = sumA, sumD = sumA, sumA2 = sumA, sumB2 = sumA, sumC2 = sumA, sumD2 = sumA;
        nint i = 0;
        for (; i <= inFeatures - 2 * TSimd.Count; i += 2 * TSimd.Count)
        {
            Fetch(a + i);
            Fetch(b + i);
            Fetch(c + i);
            Fetch(d + i);
            TVector first = TSimd.Load(x + i), second = TSimd.Load(x + i + TSimd.Count);
            sumA = TSimd.MultiplyAdd(first, TSimd.Load(a + i), sumA);
            sumB = TSimd.MultiplyAdd(first, TSimd.Load(b + i), sumB);
            sumC = TSimd.MultiplyAdd(first, TSimd.Load(c + i), sumC);
            sumD = TSimd.MultiplyAdd(first, TSimd.Load(d + i), sumD);
            sumA2 = TSimd.MultiplyAdd(second, TSimd.Load(a + i + TSimd.Count), sumA2);
            sumB2 = TSimd.MultiplyAdd(second, TSimd.Load(b + i + TSimd.Count), sumB2);
            sumC2 = TSimd.MultiplyAdd(second, TSimd.Load(c + i + TSimd.Count), sumC2);
            sumD2 = TSimd.MultiplyAdd(second, TSimd.Load(d + i + TSimd.Count), sumD2);
        }

        result[feature] = TSimd.Sum(TSimd.Add(sumA, sumA2)) + Rest(x, a, i) + Bias(feature);
        result[feature + 1] = TSimd.Sum(TSimd.Add(sumB, sumB2)) + Rest(x, b, i) + Bias(feature + 1);
        result[feature + 2] = TSimd.Sum(TSimd.Add(sumC, sumC2)) + Rest(x, c, i) + Bias(feature + 2);
        result[feature + 3] = TSimd.Sum(TSimd.Add(sumD, sumD2)) + Rest(x, d, i) + Bias(feature + 3);
    }

    /// <summary>One feature, in as many partial sums as four would take: a layer of one output may be long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void OneDot<TVector, TSimd>(float* x, int feature, float* result)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        var a = weight + (long)feature * inFeatures;
        TVector sum0 = TSimd.Broadcast(0), sum1 = sum0, sum2 = sum0, sum3 = sum0;
        nint i = 0;
        for (; i <= inFeatures - 4 * TSimd.Count; i += 4 * TSimd.Count)
        {
            sum0 = TSimd.MultiplyAdd(TSimd.Load(x + i), TSimd.Load(a + i), sum0);
            sum1 = TSimd.MultiplyAdd(TSimd.Load(x + i + TSimd.Count), TSimd.Load(a + i + TSimd.Count), sum1);
            sum2 = TSimd.MultiplyAdd(TSimd.Load(x + i + 2 * TSimd.Count), TSimd.Load(a + i + 2 * TSimd.Count), sum2);
            sum3 = TSimd.MultiplyAdd(TSimd.Load(x + i + 3 * TSimd.Count), TSimd.Load(a + i + 3 * TSimd.Count), sum3);
        }

        result[feature] = TSimd.Sum(TSimd.Add(TSimd.Add(sum0, sum1), TSimd.Add(sum2, sum3))) + Rest(x, a, i) + Bias(feature);
    }

    /// <summary>What comes some steps later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Fetch(float* place)
    {
        const int steps = 512;
        Prefetch.Lines(place + steps);
        Prefetch.Lines(place + steps + Prefetch.Line);
    }

    float Bias(int feature) => bias == null ? 0 : bias[feature];

    /// <summary>The products from a place to the end.</summary>
    float Rest(float* a, float* b, nint from)
    {
        var sum = 0f;
        for (; from < inFeatures; from++)
            sum += a[from] * b[from];
        return sum;
    }
}

using System.Numerics;

namespace CourseCnn.Compute.Elementwise;

/// <summary>Comparisons of runs of numbers: 1 where it holds, 0 where it does not.</summary>
static class Comparison
{
    internal interface IComparison
    {
        static abstract Vector<int> Holds(Vector<float> a, Vector<float> b);
    }

    internal readonly struct Equal : IComparison
    {
        public static Vector<int> Holds(Vector<float> a, Vector<float> b) => Vector.Equals(a, b);
    }

    internal readonly struct NotEqual : IComparison
    {
        public static Vector<int> Holds(Vector<float> a, Vector<float> b) => ~Vector.Equals(a, b);
    }

    internal readonly struct Less : IComparison
    {
        public static Vector<int> Holds(Vector<float> a, Vector<float> b) => Vector.LessThan(a, b);
    }

    internal readonly struct LessOrEqual : IComparison
    {
        public static Vector<int> Holds(Vector<float> a, Vector<float> b) => Vector.LessThanOrEqual(a, b);
    }

    internal static BinaryKernel Kernel<T>()
        where T : struct, IComparison =>
        new(Rows<T>, RowNumber<T>, NumberRow<T>);

    static void Rows<T>(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> result)
        where T : struct, IComparison
    {
        var i = 0;
        for (; i <= result.Length - Vector<float>.Count; i += Vector<float>.Count)
            OneWhere(T.Holds(new(a[i..]), new(b[i..]))).CopyTo(result[i..]);
        for (; i < result.Length; i++)
            result[i] = OneWhere(T.Holds(new(a[i]), new(b[i])))[0];
    }

    static void RowNumber<T>(ReadOnlySpan<float> a, float b, Span<float> result)
        where T : struct, IComparison
    {
        var number = new Vector<float>(b);
        var i = 0;
        for (; i <= result.Length - Vector<float>.Count; i += Vector<float>.Count)
            OneWhere(T.Holds(new(a[i..]), number)).CopyTo(result[i..]);
        for (; i < result.Length; i++)
            result[i] = OneWhere(T.Holds(new(a[i]), number))[0];
    }

    static void NumberRow<T>(float a, ReadOnlySpan<float> b, Span<float> result)
        where T : struct, IComparison
    {
        var number = new Vector<float>(a);
        var i = 0;
        for (; i <= result.Length - Vector<float>.Count; i += Vector<float>.Count)
            OneWhere(T.Holds(number, new(b[i..]))).CopyTo(result[i..]);
        for (; i < result.Length; i++)
            result[i] = OneWhere(T.Holds(number, new(b[i])))[0];
    }

    static Vector<float> OneWhere(Vector<int> mask) => Vector.ConditionalSelect(mask, Vector<float>.One, Vector<float>.Zero);
}

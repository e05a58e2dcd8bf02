using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CourseCnn.Tensors;

namespace CourseCnn;

public partial class Tensor
{
    /// <summary>A tensor of no dimension that holds a single number, as the sum of a tensor is.</summary>
    public static Tensor Scalar(double value) => new([(float)value], new Shape());

    /// <summary>A vector: <c>Tensor.Of([1, .5, 2])</c>. The numbers are rounded to 32-bit floats.</summary>
    [OverloadResolutionPriority(3)]
    public static Tensor Of(double[] numbers) => NestedNumbers.Read(numbers);

    /// <summary>A matrix, row by row: <c>Tensor.Of([[1, 2], [3, 4]])</c>.</summary>
    /// <exception cref="ArgumentException">The rows are not equally long.</exception>
    [OverloadResolutionPriority(2)]
    public static Tensor Of(double[][] rows) => NestedNumbers.Read(rows);

    /// <summary>Three dimensions, outermost first: channels of rows of numbers.</summary>
    /// <exception cref="ArgumentException">Parts at the same depth are not equally long.</exception>
    [OverloadResolutionPriority(1)]
    public static Tensor Of(double[][][] numbers) => NestedNumbers.Read(numbers);

    /// <summary>Four dimensions, outermost first: pictures of channels of rows of numbers.</summary>
    /// <exception cref="ArgumentException">Parts at the same depth are not equally long.</exception>
    public static Tensor Of(double[][][][] numbers) => NestedNumbers.Read(numbers);

    /// <summary>All zeros: <c>Tensor.Zeros((3, 4))</c>.</summary>
    public static Tensor Zeros(Shape shape) => new(new float[shape.Count], shape);

    /// <summary>All ones.</summary>
    public static Tensor Ones(Shape shape) => Full(shape, 1);

    /// <summary>The same number everywhere.</summary>
    public static Tensor Full(Shape shape, double value)
    {
        var storage = new float[shape.Count];
        Array.Fill(storage, (float)value);
        return new(storage, shape);
    }

    /// <summary>All zeros, of the same shape as <paramref name="other"/>.</summary>
    public static Tensor ZerosLike(Tensor other) => Zeros(other.Shape);

    /// <summary>All ones, of the same shape as <paramref name="other"/>.</summary>
    public static Tensor OnesLike(Tensor other) => Ones(other.Shape);

    /// <summary>The whole numbers from 0 to below <paramref name="end"/>: <c>Arange(3)</c> is 0, 1, 2.</summary>
    public static Tensor Arange(double end) => Arange(0, end);

    /// <summary>The numbers from <paramref name="start"/> in steps of <paramref name="step"/>, without <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentException">The step is 0 or leads away from the end, or a number is not finite.</exception>
    public static Tensor Arange(double start, double end, double step = 1)
    {
        var count = Math.Ceiling((end - start) / step);
        if (!double.IsFinite(count) || count < 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"Arange cannot go from {start} to {end} in steps of {step}: the step must not be 0 and must lead towards the end."));
        if (count > Array.MaxLength)
            throw new ArgumentException(FormattableString.Invariant(
                $"Arange from {start} to {end} in steps of {step} would give {count} numbers, more than a tensor can hold."));

        var storage = new float[(int)count];
        for (var i = 0; i < storage.Length; i++)
            storage[i] = (float)(start + i * step);
        return new(storage, storage.Length);
    }

    /// <summary>
    /// <paramref name="steps"/> numbers evenly spaced from <paramref name="start"/> to <paramref name="end"/>, both included.
    /// </summary>
    /// <remarks>Counts from both ends towards the middle, as PyTorch does, so that the ends are exact and the spacing symmetric.</remarks>
    /// <exception cref="ArgumentException"><paramref name="steps"/> is negative.</exception>
    public static Tensor LinSpace(double start, double end, int steps)
    {
        if (steps < 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"LinSpace needs a number of steps that is 0 or more, but got {steps}."));

        var (first, last) = ((float)start, (float)end);
        var step = (last - first) / (steps - 1);
        var storage = new float[steps];
        for (var i = 0; i < steps; i++)
            storage[i] = i < steps / 2 ? first + step * i : last - step * (steps - i - 1);
        if (steps == 1)
            storage[0] = first;
        return new(storage, steps);
    }

    /// <summary>The identity matrix: ones on the diagonal, zeros elsewhere.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns; as many as rows when not given.</param>
    public static Tensor Eye(int rows, int? columns = null)
    {
        var result = Zeros((rows, columns ?? rows));
        for (var i = 0; i < Math.Min(rows, result.Shape[1]); i++)
            result.storage[i * result.Shape[1] + i] = 1;
        return result;
    }

    /// <summary>A vector of the array's numbers, copied.</summary>
    public static Tensor FromArray(float[] numbers) => FromSpan(numbers, numbers.Length);

    /// <summary>A tensor of the array's numbers, copied, in row-major order.</summary>
    /// <exception cref="ArgumentException">The array does not hold exactly the elements of the shape.</exception>
    public static Tensor FromArray(float[] numbers, Shape shape) => FromSpan(numbers, shape);

    /// <summary>A tensor of the numbers, copied, in row-major order.</summary>
    /// <exception cref="ArgumentException">There are not exactly the elements of the shape.</exception>
    public static Tensor FromSpan(ReadOnlySpan<float> numbers, Shape shape) => new(numbers.ToArray(), shape);

    /// <summary>
    /// A tensor of the same sizes as a rectangular array (<c>float[,]</c>, <c>double[,,]</c>, <c>int[,]</c>, …), copied.
    /// </summary>
    /// <exception cref="ArgumentException">The array's elements are not numbers.</exception>
    public static Tensor FromArray(Array numbers)
    {
        var shape = new Shape([.. Enumerable.Range(0, numbers.Rank).Select(numbers.GetLength)]);
        var storage = new float[shape.Count];
        if (numbers.GetType().GetElementType() == typeof(float))
        {
            ref var first = ref Unsafe.As<byte, float>(ref MemoryMarshal.GetArrayDataReference(numbers));
            MemoryMarshal.CreateReadOnlySpan(ref first, storage.Length).CopyTo(storage);
            return new(storage, shape);
        }

        var i = 0;
        foreach (var number in numbers)
        {
            if (number is not (double or int or byte or long or short or sbyte or ushort or uint or ulong or decimal or bool or Half))
                throw new ArgumentException(
                    $"Tensor.FromArray needs an array of numbers, but got one of {numbers.GetType().GetElementType()!.Name}.");
            storage[i++] = number is Half half ? (float)half : Convert.ToSingle(number, CultureInfo.InvariantCulture);
        }

        return new(storage, shape);
    }

    /// <summary>A number where a tensor is expected: a tensor of no dimension.</summary>
    public static implicit operator Tensor(double value) => Scalar(value);
}

using MathNet.Numerics.LinearAlgebra;

namespace CourseCnn;

public partial class Tensor
{
    /// <summary>The elements in row-major order, copied.</summary>
    public float[] ToArray() => [.. storage];

    /// <summary>The number of a tensor that has exactly one element, whatever its shape.</summary>
    /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
    public float Item() => Count == 1
        ? storage[0]
        : throw new InvalidOperationException(
            $"Only a tensor of one element is a number, but shape {Shape} has {Count}; pick one, as in t[0], or reduce, as in t.Sum().");

    /// <summary>The number of a tensor that has exactly one element: <c>(float)t[0, 1]</c>.</summary>
    /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
    public static explicit operator float(Tensor tensor) => tensor.Item();

    /// <summary>A tensor (rows, columns) of a MathNet matrix.</summary>
    public static Tensor FromMatrix(Matrix<float> matrix) => new(matrix.ToRowMajorArray(), (matrix.RowCount, matrix.ColumnCount));

    /// <summary>A tensor (rows, columns) of a MathNet matrix, rounded to 32-bit floats.</summary>
    public static Tensor FromMatrix(Matrix<double> matrix) => FromMatrix(matrix.ToSingle());

    /// <summary>A tensor of one dimension of a MathNet vector.</summary>
    public static Tensor FromVector(Vector<float> vector) => new(vector.ToArray(), vector.Count);

    /// <summary>A tensor of one dimension of a MathNet vector, rounded to 32-bit floats.</summary>
    public static Tensor FromVector(Vector<double> vector) => FromVector(vector.ToSingle());

    /// <summary>A MathNet matrix of a tensor of two dimensions.</summary>
    /// <exception cref="InvalidOperationException">There are not two dimensions.</exception>
    public Matrix<float> ToMatrix() => Rank == 2
        ? Matrix<float>.Build.DenseOfRowMajor(Shape[0], Shape[1], storage)
        : throw new InvalidOperationException($"A matrix has two dimensions, but the tensor has shape {Shape}.");

    /// <summary>A MathNet matrix of a tensor of two dimensions, in double precision.</summary>
    /// <exception cref="InvalidOperationException">There are not two dimensions.</exception>
    public Matrix<double> ToDoubleMatrix() => ToMatrix().ToDouble();

    /// <summary>A MathNet vector of a tensor of one dimension.</summary>
    /// <exception cref="InvalidOperationException">There is not one dimension.</exception>
    public Vector<float> ToVector() => Rank == 1
        ? Vector<float>.Build.DenseOfArray(storage)
        : throw new InvalidOperationException($"A vector has one dimension, but the tensor has shape {Shape}.");

    /// <summary>A MathNet vector of a tensor of one dimension, in double precision.</summary>
    /// <exception cref="InvalidOperationException">There is not one dimension.</exception>
    public Vector<double> ToDoubleVector() => ToVector().ToDouble();
}

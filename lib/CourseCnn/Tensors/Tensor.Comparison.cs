using CourseCnn.Compute.Elementwise;
using CourseCnn.Tensors;

namespace CourseCnn;

/// <remarks>
/// <c>==</c>, <c>Equals</c> and <c>GetHashCode</c> ask whether two variables hold the very same
/// tensor: its elements may change at any time, so they cannot say who it is. To compare elements
/// there are <see cref="Equal"/>, <see cref="AllClose"/> and, element by element, <see cref="Eq"/>.
/// </remarks>
public partial class Tensor
{
    /// <summary>1 where the element is greater, 0 elsewhere.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static Tensor operator >(Tensor a, Tensor b) => Combine(b, a, BinaryKernel.Less);

    /// <summary>1 where the element is less, 0 elsewhere.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static Tensor operator <(Tensor a, Tensor b) => Combine(a, b, BinaryKernel.Less);

    /// <summary>1 where the element is greater or equal, 0 elsewhere.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static Tensor operator >=(Tensor a, Tensor b) => Combine(b, a, BinaryKernel.LessOrEqual);

    /// <summary>1 where the element is less or equal, 0 elsewhere.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static Tensor operator <=(Tensor a, Tensor b) => Combine(a, b, BinaryKernel.LessOrEqual);

    /// <summary>1 where the elements are equal, 0 elsewhere; NaN equals nothing.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public Tensor Eq(Tensor other) => Combine(this, other, BinaryKernel.Equal);

    /// <summary>1 where the elements differ, 0 elsewhere; NaN differs from everything.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public Tensor Ne(Tensor other) => Combine(this, other, BinaryKernel.NotEqual);

    /// <summary>Whether shape and all elements are the same, as <c>torch.equal</c>; NaN equals nothing.</summary>
    public bool Equal(Tensor other) => Shape == other.Shape && Array.TrueForAll(Eq(other).storage, equal => equal == 1);

    /// <summary>Whether all elements are nearly the same: |a - b| ≤ atol + rtol·|b|; shapes meet by broadcasting.</summary>
    /// <param name="other">What to compare with: b.</param>
    /// <param name="rtol">What difference is allowed relative to b. Default: 1e-5.</param>
    /// <param name="atol">What difference is allowed however small b is. Default: 1e-8.</param>
    /// <param name="equalNan">Whether NaN counts as equal to NaN. Default: no.</param>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public bool AllClose(Tensor other, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false)
    {
        var shape = Broadcasting.Common(Shape, other.Shape);
        var (a, b) = (Expand(shape).storage, other.Expand(shape).storage);
        for (var i = 0; i < a.Length; i++)
        {
            double x = a[i], y = b[i];
            // Equal infinities have no difference that is a number; an infinity is near nothing else.
            var close = x == y || (equalNan && double.IsNaN(x) && double.IsNaN(y))
                || (double.IsFinite(x) && double.IsFinite(y) && Math.Abs(x - y) <= atol + rtol * Math.Abs(y));
            if (!close)
                return false;
        }

        return true;
    }
}

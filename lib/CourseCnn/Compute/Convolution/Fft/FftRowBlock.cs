using CourseCnn.Compute.MatrixProduct;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.Convolution.Fft;

/// <summary>
/// Rows of a plane turned into columns side by side, as many as a vector has lanes: the form in which they are transformed.
/// </summary>
static unsafe class FftRowBlock
{
    /// <summary>Turns rows into columns.</summary>
    public static void Load(in FftPlanes planes, int plane, int y, float* block)
    {
        var (lanes, width) = (SimdWork.Lanes, planes.Size.Width);
        Transposition.Copy(planes.Row(plane, y), planes.Pitch, lanes, width, block, 2 * lanes);
        Transposition.Copy(planes.Row(plane, y) + width, planes.Pitch, lanes, width, block + lanes, 2 * lanes);
    }

    /// <summary>Turns columns back into rows.</summary>
    public static void Store(in FftPlanes planes, int plane, int y, float* block)
    {
        var (lanes, width) = (SimdWork.Lanes, planes.Size.Width);
        Transposition.Copy(block, 2 * lanes, width, lanes, planes.Row(plane, y), planes.Pitch);
        Transposition.Copy(block + lanes, 2 * lanes, width, lanes, planes.Row(plane, y) + width, planes.Pitch);
    }
}

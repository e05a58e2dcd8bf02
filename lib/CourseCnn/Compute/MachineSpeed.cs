using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute;

/// <summary>
/// About how fast one core is, to decide between methods and whether work is worth sharing. Taken from a server core of 2024 at 4 GHz;
/// on another processor everything is slower or faster by about the same, and what is decided stays the same.
/// </summary>
static class MachineSpeed
{
    /// <summary>Two vectors a cycle.</summary>
    const double MultiplicationsPerLane = 8e9;

    /// <summary>Numbers that are read and written a second where the second or third cache holds them.</summary>
    public const double Copies = 5e9;

    /// <summary>Seconds that so many multiplications with an addition take at best.</summary>
    public static double Multiplications(double count) => count / (MultiplicationsPerLane * SimdWork.Lanes);
}

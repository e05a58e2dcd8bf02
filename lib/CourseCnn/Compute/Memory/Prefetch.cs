using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CourseCnn.Compute.Memory;

/// <summary>Tells the processor which memory is needed soon, where it can be told. A place that does not exist does no harm.</summary>
static unsafe class Prefetch
{
    /// <summary>Numbers of a cache line.</summary>
    public const int Line = 16;

    /// <summary>The cache line of a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lines(float* place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(place);
    }

    /// <summary>The cache lines of rows of a matrix.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="pitch">From one row to the next.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many numbers of each.</param>
    public static void Lines(float* first, nint pitch, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns + Line; column += Line)
                Lines(first + row * pitch + Math.Min(column, columns - 1));
    }
}

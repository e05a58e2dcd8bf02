using CourseCnn.Compute.Memory;

namespace CourseCnn.Compute.MatrixProduct;

/// <summary>How far apart the numbers lie that a tile multiplies, in memory that keeps its place.</summary>
readonly unsafe struct Steps : IDisposable
{
    readonly Scratch memory;

    /// <summary>Steps that are still to be written.</summary>
    public Steps(int count) => memory = new(count);

    public int* Pointer => (int*)memory.Pointer;

    /// <summary>0, 1, 2, …: neighbours.</summary>
    public static Steps Numbered(int count)
    {
        var steps = new Steps(count);
        for (var k = 0; k < count; k++)
            steps.Pointer[k] = k;
        return steps;
    }

    public void Dispose() => memory.Dispose();
}

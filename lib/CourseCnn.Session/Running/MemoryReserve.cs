namespace CourseCnn.Session.Running;

/// <summary>
/// Memory that is held back, unused, and given up when a cell has filled all there is: the next cell, which may let go of what fills it,
/// can then be compiled and run.
/// </summary>
static class MemoryReserve
{
    const int Size = 64 << 20;

    static byte[]? reserve;

    /// <summary>Holds it back, if that is possible now.</summary>
    public static void Take()
    {
        try
        {
            reserve ??= GC.AllocateUninitializedArray<byte>(Size);
        }
        catch (OutOfMemoryException)
        {
            // The memory is still full.
        }
    }

    /// <summary>Lets it be used.</summary>
    public static void GiveUp()
    {
        reserve = null;
        GC.Collect();
    }
}

using CourseCnn.Compute.Convolution;
using CourseCnn.Compute.Memory;
using CourseCnn.Compute.Threads;
using static System.FormattableString;

namespace CourseCnn;

public partial class Tensor
{
    /// <summary>
    /// On how many threads the library may compute, as <c>torch.set_num_threads</c> says in PyTorch. Results do not depend on it, to the
    /// last bit. Default: as many as the processor has cores.
    /// </summary>
    /// <param name="threads">The number of threads, the calling one among them; 1 keeps all work on it.</param>
    /// <exception cref="ArgumentException">The number is less than 1, or more than 1024.</exception>
    public static void SetNumThreads(int threads) => Work.Threads = threads is >= 1 and <= 1024
        ? threads
        : throw new ArgumentException(Invariant(
            $"SetNumThreads needs a number of threads from 1 to 1024, but got {threads}: ")
            + Invariant($"write {Environment.ProcessorCount}, one for each core."));

    /// <summary>On how many threads the library computes.</summary>
    public static int GetNumThreads() => Work.Threads;

    /// <summary>
    /// Gives back the memory that the library keeps for its next computations, as <c>torch.cuda.empty_cache</c> does in PyTorch: working
    /// memory, and layers' kernels as their methods want them. Nothing is lost; the next computation takes a little longer.
    /// </summary>
    public static void EmptyCache()
    {
        ScratchPool.Clear();
        OutputPool.Clear();
        PreparedKernels.ClearAll();
    }
}

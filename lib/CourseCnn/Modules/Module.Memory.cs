using CourseCnn.Compute.Memory;
using CourseCnn.Modules;

namespace CourseCnn;

public abstract partial class Module
{
    /// <summary>What the result of Forward is. Only the library's own layers know.</summary>
    internal virtual ResultKind Result => ResultKind.Unknown;

    /// <summary>The same as Forward, for an input that the module may own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="owned">
    /// Whether the input is the module's: nobody else holds it, so it may be written over, and its memory used for something else once the
    /// module is done with it. Afterwards: whether nobody but the caller holds the result.
    /// </param>
    internal virtual Tensor ForwardOwned(Tensor x, ref bool owned)
    {
        var result = Forward(x);
        switch (Result)
        {
            case ResultKind.New:
                if (owned && result.Storage != x.Storage)
                    OutputPool.Return(x.Storage);
                owned = true;
                break;
            case ResultKind.Unknown:
                owned = false;
                break;
        }

        return result;
    }
}

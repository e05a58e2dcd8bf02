namespace CourseCnn;

public abstract partial class Module
{
    /// <summary>What the result of Forward is. Only the library's own layers know.</summary>
    internal virtual ResultKind Result => ResultKind.Unknown;

    /// <summary>The same as Forward, for an input that nobody else holds: may write over it.</summary>
    /// <remarks>Whoever records what modules do, to go back through it later, holds their inputs and must be counted as an observer.</remarks>
    internal virtual Tensor ForwardOwned(Tensor x) => Forward(x);
}

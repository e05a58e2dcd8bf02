namespace CourseCnn;

public abstract partial class Module
{
    /// <summary>What the result of Forward is. Only the library's own layers know.</summary>
    internal virtual ResultKind Result => ResultKind.Unknown;

    /// <summary>The same as Forward, for an input that nobody else holds: may write over it.</summary>
    internal virtual Tensor ForwardOwned(Tensor x) => Forward(x);
}

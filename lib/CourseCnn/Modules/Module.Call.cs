using CourseCnn.Modules.Observing;

namespace CourseCnn;

public abstract partial class Module
{
    /// <summary>Has the module work on a tensor: <c>model.Call(x)</c> is PyTorch's <c>model(x)</c>.</summary>
    /// <param name="x">The input.</param>
    /// <returns>What <see cref="Forward"/> makes of it, unless a hook replaces that.</returns>
    /// <exception cref="ArgumentException">The input is null, or does not fit the module.</exception>
    public Tensor Call(Tensor x)
    {
        var owned = false;
        return Call(x, ref owned);
    }

    /// <summary>The same for a caller that may own the input: nobody else holds it or another view of it.</summary>
    /// <param name="x">The input.</param>
    /// <param name="owned">
    /// Whether the caller owns the input, which then belongs to the module and may be written over. Afterwards: whether the caller owns
    /// the result.
    /// </param>
    internal Tensor Call(Tensor x, ref bool owned)
    {
        if (x is null)
            throw new ArgumentException($"{Code} needs a tensor, but got null: give it one that has been assigned.");
        if (HasHooks || CallObserver.Current is not null)
        {
            // Whoever looks on may keep what they see.
            owned = false;
            return CallObserved(x, Forward);
        }

        return Returned(ForwardOwned(x, ref owned));
    }

    /// <summary>A call of a module that has a second way to work on a tensor; hooks and observers see it like any other.</summary>
    /// <param name="x">The input.</param>
    /// <param name="forward">What to do in place of <see cref="Forward"/>.</param>
    private protected Tensor Call(Tensor x, Func<Tensor, Tensor> forward)
    {
        if (x is null)
            throw new ArgumentException($"{Code} needs a tensor, but got null: give it one that has been assigned.");
        return CallObserved(x, forward);
    }

    /// <summary>
    /// In PyTorch's order: hooks before the call, the work, hooks after it. Observers see what hooks have made of both ends.
    /// </summary>
    Tensor CallObserved(Tensor x, Func<Tensor, Tensor> forward)
    {
        // As in PyTorch, a module without hooks does not look for those that are registered while it works.
        var hooked = HasHooks;
        if (hooked)
            x = RunPreHooks(x);
        using var observed = CallObserver.Enter(this, x);
        var result = Returned(forward(x));
        observed.Returned();
        if (hooked)
            result = RunHooks(x, result);
        observed.Left(result);
        return result;
    }

    Tensor Returned(Tensor? result) => result
        ?? throw new InvalidOperationException($"Forward of {TypeName} returned null: let it return a tensor, at the end of its way.");
}

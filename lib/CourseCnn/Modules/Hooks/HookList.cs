namespace CourseCnn.Modules.Hooks;

/// <summary>
/// The hooks of a module, in the order in which they are called. A change makes a new array, so whoever goes through one sees the
/// hooks that there were when they began; changes may come from any thread.
/// </summary>
sealed class HookList<TFunction>
    where TFunction : Delegate
{
    readonly Lock gate = new();
    volatile Hook[] hooks = [];

    /// <summary>Whether there are any.</summary>
    public bool Any => hooks.Length > 0;

    /// <summary>Those that there are now.</summary>
    public IReadOnlyList<Hook> Now => hooks;

    /// <param name="function">What to call.</param>
    /// <param name="prepend">Whether before the others, not after them.</param>
    public RemovableHandle Add(TFunction function, bool prepend)
    {
        var hook = new Hook(function);
        lock (gate)
            hooks = prepend ? [hook, .. hooks] : [.. hooks, hook];
        return new RemovableHandle(() => Remove(hook));
    }

    void Remove(Hook hook)
    {
        lock (gate)
            hooks = [.. hooks.Where(other => other != hook)];
    }

    /// <summary>A hook: the same function may be registered more than once, and each is a hook of its own.</summary>
    public sealed class Hook(TFunction function)
    {
        public TFunction Function { get; } = function;
    }
}

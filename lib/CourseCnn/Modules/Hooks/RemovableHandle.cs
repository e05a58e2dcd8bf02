namespace CourseCnn;

/// <summary>
/// What registering a hook returns, to take the hook away again: by <see cref="Remove"/>, or at the end of a <c>using</c>.
/// </summary>
public sealed class RemovableHandle : IDisposable
{
    readonly Action remove;

    internal RemovableHandle(Action remove) => this.remove = remove;

    /// <summary>Takes the hook away: it is not called any more. Doing so twice does no harm.</summary>
    public void Remove() => remove();

    /// <summary>The same as <see cref="Remove"/>.</summary>
    public void Dispose() => Remove();
}

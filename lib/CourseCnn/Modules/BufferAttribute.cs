namespace CourseCnn;

/// <summary>
/// Marks a module's tensor that belongs to its state and is saved with it, but is not learned, such as a running mean. On an
/// automatic property write <c>[field: Buffer]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class BufferAttribute : Attribute
{
    /// <summary>Whether a file holds it as a 64-bit whole number, as PyTorch does with counts. Default: false.</summary>
    public bool IsWholeNumber { get; init; }
}

namespace CourseCnn;

/// <summary>One call of a layer, a row of a <see cref="ModelSummary"/>'s table.</summary>
public sealed record SummaryRow
{
    /// <summary>The layer itself.</summary>
    public required Module Module { get; init; }

    /// <summary>The layer's class: <c>Conv2d</c>.</summary>
    public required string Type { get; init; }

    /// <summary>How deep in the model the layer is; 0 is the model itself.</summary>
    public required int Depth { get; init; }

    /// <summary>Which call it is at this depth, counted from 1.</summary>
    public required int Index { get; init; }

    /// <summary>The shape that went in, with -1 for the batch.</summary>
    public required IReadOnlyList<int> InputSize { get; init; }

    /// <summary>The shape that came out, with -1 for the batch.</summary>
    public IReadOnlyList<int> OutputSize { get; internal set; } = [];

    /// <summary>
    /// The weight's shape with its first two sizes swapped, as torch-summary shows it; empty for a layer without a weight.
    /// </summary>
    public required IReadOnlyList<int> KernelSize { get; init; }

    /// <summary>How many parameters the layer and all below it have.</summary>
    public required long NumParams { get; init; }

    /// <summary>Whether training changes all of them.</summary>
    public required bool IsTrainable { get; init; }

    /// <summary>Whether no layers are below this one.</summary>
    public required bool IsLeaf { get; init; }

    /// <summary>Whether a layer with parameters was called before, so that they are counted already.</summary>
    public required bool IsRecursive { get; init; }

    /// <summary>Multiplications and additions as torch-summary counts them: for a container, its weights once more.</summary>
    public long MultAdds { get; internal set; }

    /// <summary>Multiplications and additions that the layer really does for one input; those of a container are its layers'.</summary>
    public long TrueMultAdds { get; internal set; }

    /// <summary>How many of its parameters no row below it counts.</summary>
    internal long NumRest { get; set; }

    /// <summary>What is done in it, for one input, by layers that have no row in the table.</summary>
    internal long RestMultAdds { get; set; }

    /// <summary>As the table names it: <c>Conv2d: 2-1</c>.</summary>
    public string Name => FormattableString.Invariant($"{Type}: {Depth}-{Index}");
}

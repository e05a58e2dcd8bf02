namespace CourseCnn;

/// <summary>A column of a <see cref="ModelSummary"/>'s table.</summary>
public enum SummaryColumn
{
    /// <summary>The shape that goes into the layer, -1 standing for the batch.</summary>
    InputSize,

    /// <summary>The shape that comes out of the layer, -1 standing for the batch.</summary>
    OutputSize,

    /// <summary>How many parameters the layer has.</summary>
    NumParams,

    /// <summary>The weight's shape, input channels first.</summary>
    KernelSize,

    /// <summary>Multiplications and additions as torch-summary counts them.</summary>
    MultAdds,

    /// <summary>Multiplications and additions that the layer really does for one input.</summary>
    TrueMultAdds,
}

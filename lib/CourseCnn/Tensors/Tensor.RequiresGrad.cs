namespace CourseCnn;

public partial class Tensor
{
    /// <summary>
    /// Whether training works out how this tensor should change. True for a module's parameters; <c>false</c> freezes one:
    /// <c>layer.Weight.RequiresGrad = false</c>.
    /// </summary>
    public bool RequiresGrad { get; set; }
}

namespace CourseCnn.Figures.Drawing;

/// <summary>What a colour means, the same in every diagram. No diagram says anything by its colour alone.</summary>
enum Accent
{
    /// <summary>A kernel, its weights and the patch it lies on: orange.</summary>
    Kernel,

    /// <summary>What a kernel makes, a feature map: blue.</summary>
    Map,

    /// <summary>Pooling: green.</summary>
    Pool,

    /// <summary>Fully connected: purple.</summary>
    Dense,
}

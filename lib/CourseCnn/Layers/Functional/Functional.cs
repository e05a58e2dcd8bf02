namespace CourseCnn;

/// <summary>
/// The layers' arithmetic without the layers, for weights that are given and not learned: <c>torch.nn.functional</c>.
/// </summary>
public static partial class Functional;

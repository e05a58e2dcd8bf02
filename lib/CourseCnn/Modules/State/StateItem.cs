namespace CourseCnn.Modules.State;

/// <summary>One of the tensors that make up a module's state.</summary>
/// <param name="Name">Its path of names: <c>main.0.weight</c>.</param>
/// <param name="Tensor">The module's own tensor.</param>
/// <param name="IsWholeNumber">Whether files hold it as 64-bit whole numbers.</param>
sealed record StateItem(string Name, Tensor Tensor, bool IsWholeNumber);

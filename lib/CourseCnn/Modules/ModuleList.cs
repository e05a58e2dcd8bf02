namespace CourseCnn.Modules;

/// <summary>
/// What a list, an array or a dictionary of modules in a module's field looks like from outside: a module that has names but cannot be
/// called, like PyTorch's ModuleList.
/// </summary>
sealed class ModuleList(IReadOnlyList<(string Name, Module Module)> modules) : Module
{
    protected override Tensor Forward(Tensor x) =>
        throw new InvalidOperationException(
            "A list of modules cannot be called: call its modules one after the other, or use a Sequential.");

    private protected override IEnumerable<(string Name, Module Module)> OwnChildren() => modules;

    private protected override IEnumerable<(string Name, Parameter Parameter)> OwnParameters() => [];
}

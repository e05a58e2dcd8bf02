using CourseCnn.Modules;

namespace CourseCnn;

public abstract partial class Module
{
    /// <summary>Whether the module is being trained: dropout and batch normalisation behave otherwise then. Default: true.</summary>
    public bool Training { get; private set; } = true;

    /// <summary>
    /// Freezes or unfreezes all parameters at once: <c>model.RequiresGrad = false</c>. Reads true if any parameter is trained.
    /// </summary>
    public bool RequiresGrad
    {
        get => Parameters().Any(parameter => parameter.RequiresGrad);
        set
        {
            foreach (var parameter in Parameters())
                parameter.RequiresGrad = value;
        }
    }

    /// <summary>Switches this module and all below it to training, or with <c>false</c> to evaluation.</summary>
    /// <param name="mode">Whether to train. Default: true.</param>
    /// <returns>The module itself.</returns>
    public Module Train(bool mode = true)
    {
        foreach (var module in Modules())
            module.Training = mode;
        return this;
    }

    /// <summary>Switches only this module to training, not those below it.</summary>
    internal void SetTraining() => Training = true;

    /// <summary>
    /// Switches this module and all below it to evaluation: dropout passes everything, batch normalisation uses what it learned.
    /// </summary>
    /// <returns>The module itself.</returns>
    public Module Eval() => Train(false);

    /// <summary>Calls an action once on every module below this one, children before their parents, and last on this one.</summary>
    /// <param name="action">What to do, for instance to set initial weights.</param>
    /// <returns>The module itself.</returns>
    public Module Apply(Action<Module> action)
    {
        Visit(this, []);
        return this;

        void Visit(Module module, HashSet<Module> seen)
        {
            if (!seen.Add(module))
                return;
            foreach (var (_, child) in module.OwnChildren())
                Visit(child, seen);
            action(module);
        }
    }

    /// <summary>The modules that this one holds directly, in order of declaration.</summary>
    public IReadOnlyList<Module> Children() => [.. NamedChildren().Select(child => child.Module)];

    /// <summary>The modules that this one holds directly, with the names of their fields or their number in a row.</summary>
    public IReadOnlyList<(string Name, Module Module)> NamedChildren() => [.. OwnChildren().DistinctBy(child => child.Module)];

    /// <summary>This module and all below it, parents before their children, each once.</summary>
    public IReadOnlyList<Module> Modules() => [.. NamedModules().Select(module => module.Module)];

    /// <summary>This module, whose name is empty, and all below it with their path of names: <c>main.0</c>.</summary>
    public IReadOnlyList<(string Name, Module Module)> NamedModules()
    {
        var found = new List<(string, Module)>();
        var seen = new HashSet<Module>();
        Visit("", this);
        return found;

        void Visit(string path, Module module)
        {
            if (!seen.Add(module))
                return;
            found.Add((path, module));
            foreach (var (name, child) in module.OwnChildren())
                Visit(Join(path, name), child);
        }
    }

    /// <summary>All parameters of this module and those below it, each once, in PyTorch's order.</summary>
    public IReadOnlyList<Parameter> Parameters() => [.. NamedParameters().Select(parameter => parameter.Parameter)];

    /// <summary>All parameters with their path of names: <c>main.0.weight</c>.</summary>
    public IReadOnlyList<(string Name, Parameter Parameter)> NamedParameters() =>
    [
        .. NamedModules()
            .SelectMany(module => module.Module.OwnParameters().Select(own => (Name: Join(module.Name, own.Name), own.Parameter)))
            .DistinctBy(parameter => parameter.Parameter, ReferenceEqualityComparer.Instance),
    ];

    /// <summary>The parameters among this module's own fields and properties.</summary>
    private protected virtual IEnumerable<(string Name, Parameter Parameter)> OwnParameters() => ModuleMembers.Parameters(this);

    /// <summary>The modules among this module's own fields and properties.</summary>
    private protected virtual IEnumerable<(string Name, Module Module)> OwnChildren() => ModuleMembers.Children(this);

    static string Join(string path, string name) => path == "" ? name : $"{path}.{name}";
}

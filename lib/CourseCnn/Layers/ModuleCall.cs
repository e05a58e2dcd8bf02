using System.Reflection;

namespace CourseCnn;

/// <summary>
/// A call of a module's Forward that is under way. Knowing the innermost one lets a summary record every call, whoever makes it,
/// and tells an override's <c>base.Forward(x)</c> from a new call.
/// </summary>
sealed class ModuleCall
{
    [ThreadStatic]
    static ModuleCall? innermost;

    [ThreadStatic]
    static IModuleObserver? observer;

    readonly Module module;

    /// <summary>The Forward that runs, where it is not the one of the module's own class.</summary>
    readonly MethodInfo? inherited;

    readonly ModuleCall? outer = innermost;

    ModuleCall(Module module, MethodInfo? inherited = null)
    {
        this.module = module;
        this.inherited = inherited;
    }

    /// <summary>Whether somebody sees all tensors that are passed on.</summary>
    public static bool IsObserved => observer is not null;

    /// <summary>Calls Forward, and tells the observer, if there is one.</summary>
    /// <param name="module">Whose Forward.</param>
    /// <param name="input">What it gets.</param>
    /// <param name="ownsInput">Whether nobody else holds the input, so that it may be written over.</param>
    public static Tensor Run(Module module, Tensor input, bool ownsInput = false)
    {
        if (input is null)
            throw new ArgumentException($"{module.Code} needs a tensor, but got null: give it one that has been assigned.");

        // A Forward that calls Forward on its own module means that of the class it derives from: base.Forward(x).
        if (innermost is { } caller && caller.module == module && caller.ForwardAbove() is { IsAbstract: false } above)
            return new ModuleCall(module, above).Invoke(BindExactly(module, above), input);

        var call = new ModuleCall(module);
        if (ownsInput && observer is null)
            return call.Invoke(module.ForwardOwned, input);
        if (observer is not { } watching)
            return call.Invoke(module.Forward, input);

        watching.Entering(module, input);
        var output = call.Invoke(module.Forward, input);
        watching.Left(module, output);
        return output;
    }

    /// <summary>Lets an observer see the calls that <paramref name="action"/> makes on this thread.</summary>
    public static void Observe(IModuleObserver watching, Action action)
    {
        var (before, callBefore) = (observer, innermost);
        (observer, innermost) = (watching, null);
        try
        {
            action();
        }
        finally
        {
            (observer, innermost) = (before, callBefore);
        }
    }

    Tensor Invoke(Func<Tensor, Tensor> forward, Tensor input)
    {
        innermost = this;
        try
        {
            return forward(input)
                ?? throw new InvalidOperationException($"Forward of {module.TypeName} returned null: let it return a tensor, at the end of its way.");
        }
        finally
        {
            innermost = outer;
        }
    }

    /// <summary>The Forward that the running one overrides.</summary>
    MethodInfo? ForwardAbove() => ForwardOf((inherited ?? ForwardOf(module.GetType()))!.DeclaringType!.BaseType!);

    static MethodInfo? ForwardOf(Type type) => type.GetMethod(nameof(Module.Forward), [typeof(Tensor)]);

    /// <summary>A delegate to just this method, as <c>base.Forward</c> calls it, not to what overrides it.</summary>
    static Func<Tensor, Tensor> BindExactly(Module module, MethodInfo method) =>
        (Func<Tensor, Tensor>)Activator.CreateInstance(typeof(Func<Tensor, Tensor>), module, method.MethodHandle.GetFunctionPointer())!;
}

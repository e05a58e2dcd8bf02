namespace CourseCnn;

/// <summary>Runs a model and notes the calls of its innermost modules, the layers, in the order in which they were called.</summary>
sealed class LayerTrace : IModuleObserver
{
    readonly Stack<(Module Module, Tensor Input, int Before)> open = new();
    readonly List<LayerCall> calls = [];
    int left;

    void IModuleObserver.Entering(Module module, Tensor input) => open.Push((module, input, left));

    void IModuleObserver.Left(Module module, Tensor output)
    {
        var (_, input, before) = open.Pop();
        if (left == before)
            calls.Add(new(module, input, output));
        left++;
    }

    /// <summary>
    /// The model is run as for evaluation, so that dropout drops nothing and batch normalisation learns nothing; afterwards every module is
    /// what it was.
    /// </summary>
    /// <param name="model">What to run.</param>
    /// <param name="input">With its batch.</param>
    internal static IReadOnlyList<LayerCall> Of(Module model, Tensor input)
    {
        var modules = model.Modules();
        var training = modules.Select(module => module.Training).ToList();
        var trace = new LayerTrace();
        try
        {
            model.Eval();
            ModuleCall.Observe(trace, () => model.Forward(input));
        }
        finally
        {
            // Parents come before their children, so the children have the last word about themselves.
            for (var index = 0; index < modules.Count; index++)
                modules[index].Train(training[index]);
        }

        return trace.calls;
    }
}

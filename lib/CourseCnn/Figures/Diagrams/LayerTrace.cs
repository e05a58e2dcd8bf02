using CourseCnn.Modules.Observing;

namespace CourseCnn.Figures.Diagrams;

/// <summary>Runs a model and notes the calls of its innermost modules, the layers, in the order in which they were called.</summary>
sealed class LayerTrace : CallObserver
{
    readonly List<LayerCall> calls = [];

    protected override CallObserver Entering(Module module, Tensor input) => new TracedCall(this, module, input);

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
            Observe(trace, () => model.Call(input));
        }
        finally
        {
            // Parents come before their children, so the children have the last word about themselves.
            for (var index = 0; index < modules.Count; index++)
                modules[index].Train(training[index]);
        }

        return trace.calls;
    }

    /// <summary>A call under way: that of a layer unless Forward calls other modules. What hooks call does not count.</summary>
    sealed class TracedCall(LayerTrace trace, Module module, Tensor input) : CallObserver
    {
        bool callsOthers;
        bool returned;

        protected override CallObserver Entering(Module module, Tensor input)
        {
            callsOthers |= !returned;
            return new TracedCall(trace, module, input);
        }

        protected override void Returned() => returned = true;

        protected override void Left(Tensor output)
        {
            if (callsOthers)
                return;
            lock (trace.calls)
                trace.calls.Add(new(module, input, output));
        }
    }
}

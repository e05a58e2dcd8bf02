namespace CourseCnn.Modules.Observing;

/// <summary>
/// Looks on at a call of a module, or at all that a piece of code calls. What is called meanwhile is told to it, and gets an
/// observer of its own. The one that looks on now flows into threads and tasks, so modules called in parallel are seen, too.
/// </summary>
abstract class CallObserver
{
    static readonly AsyncLocal<CallObserver?> Innermost = new();

    /// <summary>The observer of the innermost call that is under way, if anybody looks on.</summary>
    public static CallObserver? Current => Innermost.Value;

    /// <summary>Lets an observer see the calls that <paramref name="action"/> makes.</summary>
    public static void Observe(CallObserver observer, Action action)
    {
        using (new ObservedCall(observer, Current))
            action();
    }

    /// <summary>Tells the observer that looks on, if there is one, about a call.</summary>
    /// <returns>What to tell of the call's end, and to dispose of whether it ends well or not.</returns>
    public static ObservedCall Enter(Module module, Tensor input) =>
        Current is { } observer ? new ObservedCall(observer.Entering(module, input), observer) : default;

    /// <summary>A module is called with this input. Calls may come from several threads at once.</summary>
    /// <returns>The observer of that call.</returns>
    protected abstract CallObserver Entering(Module module, Tensor input);

    /// <summary>Forward has returned; what is called from now on is called by the module's hooks.</summary>
    protected virtual void Returned()
    {
    }

    /// <summary>The call has ended with this output. One that throws never gets here.</summary>
    protected virtual void Left(Tensor output)
    {
    }

    /// <summary>A stretch of code at which an observer looks on.</summary>
    public readonly ref struct ObservedCall
    {
        readonly CallObserver? observer;
        readonly CallObserver? before;

        public ObservedCall(CallObserver observer, CallObserver? before)
        {
            (this.observer, this.before) = (observer, before);
            Innermost.Value = observer;
        }

        public void Returned() => observer?.Returned();

        public void Left(Tensor output) => observer?.Left(output);

        public void Dispose()
        {
            if (observer is not null)
                Innermost.Value = before;
        }
    }
}

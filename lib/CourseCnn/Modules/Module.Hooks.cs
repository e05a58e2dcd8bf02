using CourseCnn.Modules.Hooks;

namespace CourseCnn;

public abstract partial class Module
{
    readonly HookList<Func<Module, Tensor, Tensor?>> preHooks = new();
    readonly HookList<Func<Module, Tensor, Tensor, Tensor?>> hooks = new();

    bool HasHooks => preHooks.Any || hooks.Any;

    /// <summary>
    /// Has a function called after each call of the module, as PyTorch's <c>register_forward_hook</c> does: it sees what went in and what
    /// came out, and what it returns, if not null, takes the output's place.
    /// </summary>
    /// <typeparam name="TResult">Found out by the compiler: Tensor.</typeparam>
    /// <param name="hook">
    /// Gets the module, its input and its output; returns another output, or null to keep it. In C# an assignment has a value, so write
    /// <c>(module, input, output) => { seen = input; }</c> in braces, or it is returned.
    /// </param>
    /// <param name="prepend">Whether it is called before the hooks there are, not after them. Default: false.</param>
    /// <returns>A handle to take the hook away again.</returns>
    /// <remarks>
    /// Hooks see calls, whoever makes them: a Sequential, another module, a summary. Those of a module are called in the order in
    /// which they were registered, each with what the ones before it made of the output. One that is registered or removed while
    /// they are called counts from the next call on. An exception in a hook ends the call.
    /// </remarks>
    /// <example><code>
    /// var layer = new ReLU();
    /// var shapes = new List&lt;Shape&gt;();
    /// using (layer.RegisterForwardHook((module, input, output) => shapes.Add(output.Shape)))
    ///     new Sequential(new Flatten(), layer).Call(Tensor.Zeros((8, 1, 28, 28)));
    /// layer.Call(Tensor.Zeros(3));
    /// string.Join(" ", shapes)
    /// // → (8, 784)
    /// </code></example>
    public RemovableHandle RegisterForwardHook<TResult>(Func<Module, Tensor, Tensor, TResult?> hook, bool prepend = false)
        where TResult : Tensor
    {
        Require(hook, "RegisterForwardHook", "(module, input, output) => Console.WriteLine(output.Shape)");
        return hooks.Add((module, input, output) => hook(module, input, output), prepend);
    }

    /// <summary>The same for a function that only looks, and returns nothing.</summary>
    /// <param name="hook">Gets the module, its input and its output.</param>
    /// <param name="prepend">Whether it is called before the hooks there are, not after them. Default: false.</param>
    /// <returns>A handle to take the hook away again.</returns>
    public RemovableHandle RegisterForwardHook(Action<Module, Tensor, Tensor> hook, bool prepend = false)
    {
        Require(hook, "RegisterForwardHook", "(module, input, output) => Console.WriteLine(output.Shape)");
        return hooks.Add(
            (module, input, output) =>
            {
                hook(module, input, output);
                return null;
            },
            prepend);
    }

    /// <summary>
    /// Has a function called before each call of the module, as PyTorch's <c>register_forward_pre_hook</c> does: it sees what goes in, and
    /// what it returns, if not null, takes the input's place.
    /// </summary>
    /// <typeparam name="TResult">Found out by the compiler: Tensor.</typeparam>
    /// <param name="hook">
    /// Gets the module and its input; returns another input, or null to keep it. In C# an assignment has a value, so write
    /// <c>(module, input) => { seen = input; }</c> in braces, or it is returned.
    /// </param>
    /// <param name="prepend">Whether it is called before the hooks there are, not after them. Default: false.</param>
    /// <returns>A handle to take the hook away again.</returns>
    /// <remarks>The rules are those of <see cref="RegisterForwardHook(Action{Module, Tensor, Tensor}, bool)"/>.</remarks>
    /// <example><code>
    /// var layer = new ReLU();
    /// layer.RegisterForwardPreHook((module, input) => input - 1);
    /// layer.Call(Tensor.Of([0, 1, 2]))
    /// // → tensor([0., 0., 1.])
    /// </code></example>
    public RemovableHandle RegisterForwardPreHook<TResult>(Func<Module, Tensor, TResult?> hook, bool prepend = false)
        where TResult : Tensor
    {
        Require(hook, "RegisterForwardPreHook", "(module, input) => Console.WriteLine(input.Shape)");
        return preHooks.Add((module, input) => hook(module, input), prepend);
    }

    /// <summary>The same for a function that only looks, and returns nothing.</summary>
    /// <param name="hook">Gets the module and its input.</param>
    /// <param name="prepend">Whether it is called before the hooks there are, not after them. Default: false.</param>
    /// <returns>A handle to take the hook away again.</returns>
    public RemovableHandle RegisterForwardPreHook(Action<Module, Tensor> hook, bool prepend = false)
    {
        Require(hook, "RegisterForwardPreHook", "(module, input) => Console.WriteLine(input.Shape)");
        return preHooks.Add(
            (module, input) =>
            {
                hook(module, input);
                return null;
            },
            prepend);
    }

    Tensor RunPreHooks(Tensor input)
    {
        foreach (var hook in preHooks.Now)
            input = hook.Function(this, input) ?? input;
        return input;
    }

    Tensor RunHooks(Tensor input, Tensor output)
    {
        foreach (var hook in hooks.Now)
            output = hook.Function(this, input, output) ?? output;
        return output;
    }

    static void Require(Delegate? hook, string method, string example)
    {
        if (hook is null)
            throw new ArgumentException($"{method} needs a function, but got null: write for example {method}({example}).");
    }
}

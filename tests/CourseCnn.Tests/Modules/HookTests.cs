using CourseCnn.Modules.Observing;

namespace CourseCnn.Tests.Modules;

/// <summary>Hooks do what PyTorch's register_forward_hook and register_forward_pre_hook do.</summary>
public partial class HookTests
{
    static readonly Tensor One = Tensor.Of([1]);

    [Fact]
    public void A_hook_sees_module_input_and_output()
    {
        var layer = new Plus();
        var seen = new List<(Module, float, float)>();
        layer.RegisterForwardHook((module, input, output) => seen.Add((module, input.Item(), output.Item())));
        Assert.Equal(2, layer.Call(One).Item());
        Assert.Equal([(layer, 1f, 2f)], seen);
    }

    [Fact]
    public void A_pre_hook_sees_module_and_input_before_the_call()
    {
        var (layer, seen) = (new Plus(), new List<string>());
        layer.RegisterForwardPreHook((module, input) => seen.Add($"{module == layer} {input.Item()}"));
        layer.Working = () => seen.Add("working");
        layer.Call(One);
        Assert.Equal(["True 1", "working"], seen);
    }

    [Fact]
    public void What_hooks_return_is_passed_on_from_one_to_the_next()
    {
        var layer = new Plus();
        layer.RegisterForwardPreHook((_, input) => input * 10);
        layer.RegisterForwardPreHook((_, input) => input + 1);
        layer.RegisterForwardHook((_, input, output) => input * 100 + output);
        layer.RegisterForwardHook((_, _, output) => output + 0.5);
        // Pre-hooks: 1 * 10 + 1 = 11. Forward: 12. Hooks, which see the changed input: 1100 + 12 + 0.5.
        Assert.Equal(1112.5f, layer.Call(One).Item());
    }

    [Fact]
    public void Null_keeps_what_there_is()
    {
        var layer = new Plus();
        layer.RegisterForwardPreHook(PassedOn);
        layer.RegisterForwardHook((_, _, output) => output.Item() > 100 ? output - 100 : null);
        Assert.Equal(2, layer.Call(One).Item());
        Assert.Equal(101, layer.Call(Tensor.Of([200])).Item());

        static Tensor? PassedOn(Module module, Tensor input) => null;
    }

    [Fact]
    public void Hooks_are_called_in_order_of_registration_unless_put_first()
    {
        var (layer, order) = (new Plus(), new List<string>());
        layer.RegisterForwardHook((_, _, _) => order.Add("second"));
        layer.RegisterForwardHook((_, _, _) => order.Add("third"));
        layer.RegisterForwardHook((_, _, _) => order.Add("first"), prepend: true);
        layer.RegisterForwardPreHook((_, _) => order.Add("before"));
        layer.Call(One);
        Assert.Equal(["before", "first", "second", "third"], order);
    }

    [Fact]
    public void A_handle_removes_its_own_hook_only_and_any_number_of_times()
    {
        var (layer, calls) = (new Plus(), new List<int>());
        Action<Module, Tensor, Tensor> hook = (_, _, _) => calls.Add(calls.Count);
        using (layer.RegisterForwardHook(hook))
        {
            var handle = layer.RegisterForwardHook(hook);
            layer.Call(One);
            Assert.Equal(2, calls.Count);
            handle.Remove();
            handle.Remove();
            layer.Call(One);
            Assert.Equal(3, calls.Count);
        }

        layer.Call(One);
        Assert.Equal(3, calls.Count);
    }

    [Fact]
    public void Hooks_see_calls_by_a_Sequential_and_by_other_modules_and_those_on_containers_see_the_whole()
    {
        var (inner, seen) = (new Plus(), new List<string>());
        var row = new Sequential(inner, new Sequential(inner));
        var model = new Wrapped(row);
        foreach (var module in model.Modules())
            module.RegisterForwardHook((at, input, output) => seen.Add($"{at.TypeName} {input.Item()} {output.Item()}"));
        model.Call(One);
        Assert.Equal(["Plus 1 2", "Plus 2 3", "Sequential 2 3", "Sequential 1 3", "Wrapped 1 3"], seen);
    }

    [Fact]
    public void A_replaced_output_is_the_next_modules_input()
    {
        var row = new Sequential(new Plus(), new Plus());
        row[0].RegisterForwardHook((_, _, output) => output * 10);
        row.RegisterForwardPreHook((_, input) => input + 2);
        row.RegisterForwardHook((_, input, output) => output + input * 1000);
        Assert.Equal(3041, row.Call(One).Item());
    }

    [Fact]
    public void Base_Forward_is_no_call_and_calling_oneself_is()
    {
        var calls = 0;
        var layer = new Again();
        layer.RegisterForwardHook((_, _, _) => { calls++; });
        // Each of the three calls adds 1 by base.Forward.
        Assert.Equal(4, layer.Call(One).Item());
        Assert.Equal(3, calls);
    }

    [Fact]
    public void A_hook_that_throws_ends_the_call_and_leaves_the_module_as_it_was()
    {
        var layer = new Plus();
        var row = new Sequential(layer);
        using (layer.RegisterForwardHook((_, _, _) => throw new NotSupportedException("hook")))
            Assert.Equal("hook", Assert.Throws<NotSupportedException>(() => Plots.Summary(row, 1)).Message);
        using (layer.RegisterForwardPreHook((_, _) => throw new InvalidOperationException("pre-hook.")))
            Assert.Equal(
                "pre-hook. It is [0] in its Sequential: (1) → Plus.",
                Assert.Throws<InvalidOperationException>(() => row.Call(One)).Message);
        Assert.Null(CallObserver.Current);
        Assert.Equal(2, row.Call(One).Item());
        Assert.Equal(["Plus: 1-1"], Plots.Summary(row, 1).Rows.Select(layer => layer.Name));
    }

    [Fact]
    public void A_hook_is_a_function() => Assert.Equal(
        "RegisterForwardPreHook needs a function, but got null: "
        + "write for example RegisterForwardPreHook((module, input) => Console.WriteLine(input.Shape)).",
        Assert.Throws<ArgumentException>(() => new Plus().RegisterForwardPreHook((Action<Module, Tensor>)null!)).Message);

    [Fact]
    public void A_number_is_no_output()
    {
        // An assignment of a number has a number's value, which a Tensor could be made of.
        var (layer, mean) = (new Plus(), 0.0);
        layer.RegisterForwardHook((_, _, output) => mean = output.Mean().Item());
        Assert.Equal([2f, 4f], layer.Call(Tensor.Of([1, 3])).ToArray());
        Assert.Equal(3, mean);
    }

    [Fact]
    public void Pooling_with_indices_is_a_call_like_others()
    {
        var pool = new MaxPool2d(2);
        pool.RegisterForwardPreHook((_, input) => -input);
        pool.RegisterForwardHook((_, _, output) => output * 10);
        var (output, indices) = pool.CallWithIndices(Tensor.Of([[[1, 2], [3, 4]]]));
        Assert.Equal((-10f, 0f), (output.Item(), indices.Item()));
    }

    [Fact]
    public void Hooks_of_a_module_see_the_calls_of_all_threads()
    {
        var (layer, calls) = (new Plus(), 0);
        layer.RegisterForwardHook((_, _, _) => { Interlocked.Increment(ref calls); });
        Parallel.For(0, 1000, i => Assert.Equal(i + 1, layer.Call(Tensor.Of([i])).Item()));
        Assert.Equal(1000, calls);
    }

    class Plus : Module
    {
        public Action? Working { get; set; }

        protected override Tensor Forward(Tensor x)
        {
            Working?.Invoke();
            return x + 1;
        }
    }

    sealed class Again : Plus
    {
        int left = 2;

        protected override Tensor Forward(Tensor x) => left-- > 0 ? Call(base.Forward(x)) : base.Forward(x);
    }

    sealed class Wrapped(Module inner) : Module
    {
        protected override Tensor Forward(Tensor x) => inner.Call(x);
    }
}

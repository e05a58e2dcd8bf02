using CourseCnn.Figures.Diagrams;
using CourseCnn.Modules.Observing;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Modules;

/// <summary>Forward is what a class overrides, Call what everyone calls; both mean what they say.</summary>
public class CallTests
{
    [Fact]
    public void A_module_that_calls_itself_gets_its_own_Forward_again() =>
        Assert.Equal(10, new PlusNine().Call(Tensor.Ones(1)).Item());

    [Fact]
    public void A_class_that_extends_another_uses_its_Forward_as_base()
    {
        Module extended = new TwiceExtended();
        Assert.Equal([3f, 4f], extended.Call(Tensor.Of([0, 1])).ToArray());
    }

    [Fact]
    public void A_class_that_extends_Sequential_may_go_through_it_twice()
    {
        var twice = new Twice(new Linear(2, 2), new ReLU());
        var x = Tensor.Rand((3, 2));
        Close.Exactly(twice[..].Call(twice[..].Call(x)), twice.Call(x));
        Close.Exactly(twice.Call(x), new Sequential(new Identity(), twice).Call(x));
    }

    [Fact]
    public void Generic_modules_are_called_like_others()
    {
        var x = Tensor.Of([1]);
        Assert.Equal(3, new Both<Plus, Plus>().Call(x).Item());
        Assert.Equal(4, new Both<Both<Plus, Plus>, Plus>().Call(x).Item());
        Assert.Equal("Both", new Both<Plus, Plus>().TypeName);
    }

    [Fact]
    public void An_exception_in_Forward_leaves_nothing_behind()
    {
        var fallback = new Fallback();
        Assert.Equal(2, fallback.Call(Tensor.Of([1])).Item());
        Assert.Equal(["Linear: 1-1", "Plus: 1-2"], Plots.Summary(fallback, 1).Rows.Select(row => row.Name));
        Assert.Equal(1, Plots.Summary(fallback, 1).Rows[1].OutputSize.Count - 1);
        Assert.Equal(["Plus"], LayerTrace.Of(fallback, Tensor.Of([1])).Select(call => call.Layer.TypeName));
        Assert.Throws<ArgumentException>(() => Plots.Summary(new Linear(3, 1), 4));
        Assert.Null(CallObserver.Current);
    }

    [Fact]
    public void Modules_may_call_others_from_many_threads()
    {
        var model = new Parallel();
        Assert.Equal(64, model.Call(Tensor.Of([0])).Item());
        var summary = Plots.Summary(model, 1);
        Assert.Equal(64, summary.Rows.Count(row => row.Type == "Plus"));
        Assert.Equal(Enumerable.Range(1, 64), summary.Rows.Select(row => row.Index).Order());
        Assert.Equal(64, LayerTrace.Of(model, Tensor.Of([0])).Count);
    }

    [Fact]
    public void One_thread_does_not_see_what_another_calls()
    {
        var (shared, seen) = (new Plus(), 0);
        var model = new Sequential(new Linear(1, 1), shared);
        using var stop = new CancellationTokenSource();
        using var started = new ManualResetEventSlim();
        var other = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                shared.Call(Tensor.Of([seen++]));
                started.Set();
            }
        });
        other.Start();
        started.Wait();
        for (var i = 0; i < 20; i++)
            Assert.Equal(["Linear: 1-1", "Plus: 1-2"], Plots.Summary(model, 1).Rows.Select(row => row.Name));
        stop.Cancel();
        other.Join();
    }

    [Fact]
    public void A_list_of_modules_says_what_to_do_instead() => Assert.Equal(
        "A list of modules cannot be called: call its modules one after the other, or use a Sequential.",
        Assert.Throws<InvalidOperationException>(() => new Listed().Children()[0].Call(Tensor.Of([1]))).Message);

    class Plus : Module
    {
        protected override Tensor Forward(Tensor x) => x + 1;
    }

    class PlusNine : Plus
    {
        int left = 9;

        protected override Tensor Forward(Tensor x) => left-- == 0 ? x : Call(x + 1);
    }

    class Extended : Plus
    {
        protected override Tensor Forward(Tensor x) => base.Forward(base.Forward(x));
    }

    sealed class TwiceExtended : Extended
    {
        readonly Plus inner = new();

        protected override Tensor Forward(Tensor x) => inner.Call(base.Forward(x));
    }

    sealed class Twice(params ReadOnlySpan<Module> modules) : Sequential(modules)
    {
        protected override Tensor Forward(Tensor x) => base.Forward(base.Forward(x));
    }

    sealed class Both<TFirst, TSecond> : Module
        where TFirst : Module, new()
        where TSecond : Module, new()
    {
        readonly TFirst first = new();
        readonly TSecond second = new();

        protected override Tensor Forward(Tensor x) => second.Call(first.Call(x));
    }

    sealed class Fallback : Module
    {
        readonly Linear wrong = new(3, 1);
        readonly Plus right = new();

        protected override Tensor Forward(Tensor x)
        {
            try
            {
                return wrong.Call(x);
            }
            catch (ArgumentException)
            {
                return right.Call(x);
            }
        }
    }

    sealed class Parallel : Module
    {
        readonly Plus[] branches = [.. Enumerable.Range(0, 64).Select(_ => new Plus())];

        protected override Tensor Forward(Tensor x) =>
            branches.AsParallel().WithDegreeOfParallelism(4).Select(branch => branch.Call(x)).Aggregate((a, b) => a + b);
    }

    sealed class Listed : Module
    {
        readonly List<Module> modules = [new Plus()];

        protected override Tensor Forward(Tensor x) => modules[0].Call(x);
    }
}

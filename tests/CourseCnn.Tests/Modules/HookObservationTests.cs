using CourseCnn.Figures.Diagrams;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Modules;

/// <summary>Hooks beside those who look on for other reasons: summaries, figures, and the reuse of memory.</summary>
public class HookObservationTests
{
    /// <summary>What a hook anywhere in a network sees, before and after a call, is still there when the network is done.</summary>
    [Fact]
    public void What_a_hook_has_seen_is_never_written_over()
    {
        var (model, x) = (Network(), Tensor.Randn((1, 1, 80, 80)));
        var expected = model.Call(x).ToArray();
        foreach (var hooked in model.Modules())
            foreach (var oneShot in new[] { false, true })
            {
                var seen = new List<(Tensor Tensor, Tensor Copy)>();
                RemovableHandle? before = null, after = null;
                before = hooked.RegisterForwardPreHook((_, input) =>
                {
                    See(input);
                    if (oneShot)
                        before!.Remove();
                });
                after = hooked.RegisterForwardHook((_, input, output) =>
                {
                    See(input);
                    See(output);
                    if (oneShot)
                        after!.Remove();
                });
                for (var run = 0; run < 3; run++)
                    Assert.Equal(expected, model.Call(x).ToArray());
                before.Remove();
                after.Remove();
                Assert.Equal(oneShot ? 3 : 9, seen.Count);
                Assert.All(seen, pair => Close.Exactly(pair.Copy, pair.Tensor));

                void See(Tensor tensor) => seen.Add((tensor, tensor.Clone()));
            }
    }

    [Fact]
    public void Without_hooks_memory_is_reused()
    {
        // Large enough to be kept, and of a size that no other test uses.
        var row = new Sequential(new Conv2d(1, 1, 1), new ReLU(), new Sequential(new Conv2d(1, 1, 1)), new Flatten());
        var x = Tensor.Randn((1, 1, 83, 71));
        var (plain, hooked) = (Bytes(), 0L);
        using (row[0].RegisterForwardHook((_, _, _) => { }))
            hooked = Bytes();
        // One array is the output, one goes from step to step; a hook keeps its output from being written over.
        Assert.InRange(plain, 0, (long)(1.5 * 4 * x.Count));
        Assert.InRange(hooked, 2 * 4 * x.Count, long.MaxValue);

        long Bytes()
        {
            row.Call(x);
            var before = GC.GetAllocatedBytesForCurrentThread();
            row.Call(x);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_summary_shows_what_hooks_make_of_inputs_and_outputs()
    {
        var model = new Sequential(new Identity(), new Linear(4, 2));
        model[0].RegisterForwardPreHook((_, input) => input.Reshape(2, 2, 2));
        model[0].RegisterForwardHook((_, _, output) => output.Reshape(2, 4));
        var rows = Plots.Summary(model, 4).Rows;
        Assert.Equal(["Identity: 1-1", "Linear: 1-2"], rows.Select(row => row.Name));
        Assert.Equal([-1, 2, 2], rows[0].InputSize);
        Assert.Equal([-1, 4], rows[0].OutputSize);
        Assert.Equal([-1, 4], rows[1].InputSize);
    }

    [Fact]
    public void A_summary_calls_hooks_as_any_call_does()
    {
        var (layer, calls) = (new Linear(3, 1), 0);
        layer.RegisterForwardHook((_, input, _) => { calls += input.Shape[0]; });
        Plots.Summary(new Sequential(layer), 3);
        Assert.Equal(2, calls);
    }

    [Fact]
    public void A_summary_and_a_trace_tell_a_layer_whose_hook_calls_another_from_a_container()
    {
        var (layer, other) = (new Linear(3, 3), new ReLU());
        var model = new Sequential(layer, new Flatten());
        layer.RegisterForwardPreHook((_, input) => other.Call(input));
        layer.RegisterForwardHook((_, _, output) => other.Call(output));
        Assert.Equal(["Linear: 1-1", "Flatten: 1-2"], Plots.Summary(model, 3).Rows.Select(row => row.Name));
        Assert.Equal(
            ["ReLU", "ReLU", "Linear", "Flatten"], LayerTrace.Of(model, Tensor.Ones((1, 3))).Select(call => call.Layer.TypeName));
    }

    [Fact]
    public void A_figure_shows_a_layers_replaced_output()
    {
        var model = new Sequential(new Conv2d(1, 1, 1), new ReLU());
        model[0].RegisterForwardHook((_, _, output) => output * 0 - 7);
        var calls = LayerTrace.Of(model, Tensor.Ones((1, 1, 2, 2)));
        Assert.Equal([-7f, -7, -7, -7], calls[0].Output.ToArray());
        Assert.Equal([0f, 0, 0, 0], calls[1].Output.ToArray());
        Assert.NotNull(Plots.PlotModel(model, (1, 2, 2)).ToString());
    }

    static Sequential Network() => new(
        new Conv2d(1, 2, 3, padding: 1),
        new ReLU(),
        new Sequential(new Identity(), new Conv2d(2, 2, 3, padding: 1), new BatchNorm2d(2), new ReLU(), new Dropout(0)),
        new Sequential(new ReLU(), new Sequential(new MaxPool2d(1), new Flatten(2)), new Flatten()),
        new ReLU(inplace: false),
        new Linear(2 * 80 * 80, 8),
        new ReLU());
}

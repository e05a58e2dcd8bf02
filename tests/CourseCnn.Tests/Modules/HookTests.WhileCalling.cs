namespace CourseCnn.Tests.Modules;

/// <remarks>Here: what hooks and modules do to hooks and modules during a call.</remarks>
public partial class HookTests
{
    [Fact]
    public void What_is_registered_or_removed_while_hooks_are_called_counts_from_the_next_call_on()
    {
        var (layer, seen) = (new Plus(), new List<string>());
        RemovableHandle? last = null;
        var first = layer.RegisterForwardHook((_, _, _) =>
        {
            seen.Add("first");
            last!.Remove();
            layer.RegisterForwardHook((_, _, _) => seen.Add("new"));
        });
        last = layer.RegisterForwardHook((_, _, _) => seen.Add("last"));
        layer.Call(One);
        Assert.Equal(["first", "last"], seen);
        first.Remove();
        seen.Clear();
        layer.Call(One);
        Assert.Equal(["new"], seen);
    }

    [Fact]
    public void A_hook_registered_within_Forward_is_called_if_the_module_had_hooks_before_as_in_PyTorch()
    {
        var (layer, calls) = (new Plus(), 0);
        RemovableHandle? handle = null;
        layer.Working = () => handle ??= layer.RegisterForwardHook((_, _, _) => { calls++; });
        layer.Call(One);
        Assert.Equal(0, calls);

        handle!.Remove();
        handle = null;
        layer.RegisterForwardPreHook((_, _) => { });
        layer.Call(One);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void A_pre_hook_can_register_a_hook_for_the_same_call()
    {
        var (layer, calls) = (new Plus(), 0);
        layer.RegisterForwardPreHook((_, _) => { layer.RegisterForwardHook((_, _, _) => { calls++; }); });
        layer.Call(One);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void A_module_may_be_called_within_anothers_hook()
    {
        var (first, second, seen) = (new Plus(), new Plus(), new List<string>());
        second.RegisterForwardHook((_, _, output) => seen.Add($"second {output.Item()}"));
        first.RegisterForwardHook((_, _, output) => second.Call(output));
        var row = new Sequential(first, new Plus());
        Assert.Equal(4, row.Call(One).Item());
        Assert.Equal(["second 3"], seen);
    }
}

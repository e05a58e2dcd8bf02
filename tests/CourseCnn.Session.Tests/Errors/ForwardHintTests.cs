namespace CourseCnn.Session.Tests.Errors;

/// <summary>Advice where a module's Forward is called or overridden as in PyTorch, where one name is for both.</summary>
public class ForwardHintTests : SessionTest
{
    const string Module = """
        class Tensor { public Tensor Relu() => this; }
        abstract class Module
        {
            protected abstract Tensor Forward(Tensor x);
            public Tensor Call(Tensor x) => Forward(x);
        }
        class CNN : Module
        {
            public readonly CNN main;
            public Module this[int i] => main;
            protected override Tensor Forward(Tensor x) => x;
        }
        class Box<T> where T : Module { public T Value; }
        var x = new Tensor(); var layer = new CNN(); Module model = layer; var layers = new Module[] { layer }; var box = new Box<CNN>();
        Task<CNN> Load() => Task.FromResult(layer);
        """;

    [Theory]
    [InlineData("layer.Forward(x)", "layer.Call(x)")]
    [InlineData("model.Forward(x)", "model.Call(x)")]
    [InlineData("var y = layer.Forward(x).Relu();", "layer.Call(x)")]
    [InlineData("new CNN().Forward(x)", "new CNN().Call(x)")]
    [InlineData("new CNN() { }.Forward(x)", "new CNN() { }.Call(x)")]
    [InlineData("layer.main.main.Forward(x)", "layer.main.main.Call(x)")]
    [InlineData("layers[0].Forward(x)", "layers[0].Call(x)")]
    [InlineData("layer[0].Forward(x)", "layer[0].Call(x)")]
    [InlineData("layers.First().Forward(x)", "layers.First().Call(x)")]
    [InlineData("((Module)layer).Forward(x)", "((Module)layer).Call(x)")]
    [InlineData("(await Load()).Forward(x)", "(await Load()).Call(x)")]
    [InlineData("layer!.Forward(x)", "layer!.Call(x)")]
    [InlineData("layer?.Forward(x)", "layer?.Call(x)")]
    [InlineData("layer?.main.Forward(x)", "layer?.main.Call(x)")]
    [InlineData("layer?.main?.Forward(x)", "layer?.main?.Call(x)")]
    [InlineData("layer?.Forward(x).Relu()", "layer?.Call(x).Relu()")]
    [InlineData("box.Value.Forward(x)", "box.Value.Call(x)")]
    [InlineData("Tensor Run<T>(T any) where T : Module => any.Forward(x);", "any.Call(x)")]
    [InlineData("layer.Forward(model.Forward(x))", "layer.Call(model.Call(x))")]
    [InlineData("layer.Forward(x: x)", "layer.Call(x: x)")]
    [InlineData("layer.Forward()", "layer.Call()")]
    [InlineData("layers.Select(each => each.Forward(x)).ToList()", "each.Call(x)")]
    [InlineData("new[] { x }.Select(layer.Forward).ToList()", "layer.Call")]
    [InlineData("Func<Tensor, Tensor> f = layer.Forward;", "layer.Call")]
    [InlineData(
        "class Net : Module { Module main; protected override Tensor Forward(Tensor x) => this.main.Forward(x); }",
        "this.main.Call(x)")]
    [InlineData("class Net : Module { CNN main; protected override Tensor Forward(Tensor x) => main.Forward(x).Relu(); }", "main.Call(x)")]
    [InlineData("layer\n    .Forward(  // the digits\n        x)", "layer.Call(x)")]
    [InlineData(
        "new Module[] { new CNN(), new CNN(), new CNN(), new CNN() }.First().Forward(x)",
        "new Module[] { new CNN(), new CNN(), new CNN(), new CNN() }.First().Call(x)", false)]
    public async Task Who_calls_Forward_reads_their_own_call_with_the_right_name(string code, string call, bool fits = true)
    {
        await Value(Module);
        var error = await Error(code);
        var advice = fits ? $": call it: {call}." : ": write .Call(…) instead of .Forward(…).";
        Assert.EndsWith(advice, error.Message);
        Assert.Contains(error.Traceback, line => line.EndsWith(advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Long_arguments_are_left_out()
    {
        await Value(Module);
        var error = await Error("layer.Forward(new[] { x, x, x, x }.Select(each => each.Relu()).Skip(2).First())");
        Assert.EndsWith(": call it: layer.Call(…).", error.Message);
    }

    [Fact]
    public async Task What_the_advice_says_runs()
    {
        await Value(Module);
        await Value("new CNN().Call(x); layer?.Call(x).Relu(); new[] { x }.Select(layer.Call).ToList();");
    }

    [Theory]
    [InlineData("class A { void Forward(int n) { } }\nnew A().Forward(1)")]
    [InlineData("class A { void Forward(int n) { } public void Call(string s) { } }\nnew A().Forward(1)")]
    [InlineData("class A { void Forward(int n) { } internal void Call(int n) { } }\nnew A().Forward(1)")]
    [InlineData("class A { protected int Forward; public void Call(int n) { } }\nnew A().Forward = 1;")]
    [InlineData("class A { protected void Backward(int n) { } public void Call(int n) { } }\nnew A().Backward(1)")]
    [InlineData("class A { static void Forward(int n) { } public void Call(int n) { } }\nA.Forward(1)")]
    public async Task Other_things_out_of_reach_get_no_such_advice(string code) =>
        Assert.DoesNotContain("Call", (await Error(code)).Message);

    [Fact]
    public async Task Generic_modules_are_known_by_their_own_parameters()
    {
        await Value("""
            abstract class Module<TIn, TOut>
            {
                protected abstract TOut Forward(TIn x);
                public TOut Call(TIn x) => Forward(x);
            }
            class Length : Module<string, int> { protected override int Forward(string x) => x.Length; }
            """);
        Assert.EndsWith(": call it: new Length().Call(\"abc\").", (await Error("new Length().Forward(\"abc\")")).Message);
        Assert.EndsWith(": write protected override int Forward(string text).", (await Error(
            "class Words : Module<string, int> { public override int Forward(string text) => 0; }")).Message);
    }

    [Theory]
    [InlineData("public override Tensor Forward(Tensor input) => input;")]
    [InlineData("override Tensor Forward(Tensor input) => input;")]
    [InlineData("public Tensor Forward(Tensor input) => input;")]
    [InlineData("Tensor Forward(Tensor input) => input;")]
    [InlineData("int size; void Grow() { }\nprotected Tensor Forward(\n    Tensor input) => input;")]
    public async Task Who_overrides_it_otherwise_reads_how_to(string method)
    {
        await Value(Module);
        var error = await Error($"class Net : Module {{ {method} }}");
        Assert.EndsWith(": write protected override Tensor Forward(Tensor input).", error.Message);
        await Value("class Net : Module { protected override Tensor Forward(Tensor input) => input; }");
    }

    [Theory]
    [InlineData("class Net : Module { }", "Module.Forward(Tensor)'")]
    [InlineData("class Net : Module { protected override Tensor Forward(int x) => null; }", "no suitable method found to override")]
    [InlineData("class Net { virtual void Grow() { } }", "virtual or abstract members cannot be private")]
    public async Task Other_errors_in_a_class_are_told_as_they_are(string code, string expected)
    {
        await Value(Module);
        var error = await Error(code);
        Assert.Contains(expected, string.Join('\n', error.Traceback));
        Assert.DoesNotContain("write ", string.Join('\n', error.Traceback));
    }
}

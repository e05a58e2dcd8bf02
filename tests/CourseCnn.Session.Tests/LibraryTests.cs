namespace CourseCnn.Session.Tests;

/// <summary>The library in cells, as a notebook uses it.</summary>
public class LibraryTests : SessionTest
{
    static readonly string library = Path.Combine(Repository.Root, "lib", "CourseCnn", "bin", "CourseCnn.dll");

    [Theory]
    [InlineData("Tensor.Of([[1, 2], [3, 4]])", "tensor([[1., 2.],\n        [3., 4.]])")]
    [InlineData("new Conv2d(1, 3, (3, 3)).Weight.Shape", "(3, 1, 3, 3)")]
    [InlineData("new Conv2d(1, 3, (3, 3), padding: 1)", "Conv2d(1, 3, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))")]
    [InlineData("new Size2d(3, 5)", "(3, 5)")]
    public async Task A_value_shows_itself_as_its_text_alone(string code, string expected)
    {
        await Load();
        var result = await Run(code);
        Assert.Equal(expected, result.Value?["text/plain"]);
        Assert.Single(result.Value!.Forms);
    }

    [Theory]
    [InlineData("Tensor.Ones((2, 3)).ToMatrix().ColumnCount", "3")]
    [InlineData("var m = Tensor.Ones((2, 2)).ToMatrix(); (m * m)[0, 0]", "2")]
    public async Task What_stands_beside_the_library_is_found_when_its_members_need_it(string code, string expected)
    {
        await Load();
        Assert.Equal(expected, (await Run(code)).Value?["text/plain"]);
    }

    [Fact]
    public async Task A_parameter_shows_itself_as_a_tensor()
    {
        await Load();
        var result = await Run("Tensor.ManualSeed(0); new Conv2d(1, 1, (1, 1)).Parameters().First()");
        Assert.Equal("Parameter containing:\ntensor([[[[-0.0075]]]], requires_grad=True)", result.Value?["text/plain"]);
        Assert.Single(result.Value!.Forms);
    }

    [Theory]
    [InlineData("(Tensor.Ones((2, 2)), 3)", "(tensor([[1., 1.],\n        [1., 1.]]), 3)")]
    [InlineData("new[] { Tensor.Ones(2), Tensor.Zeros(1) }", "[ tensor([1., 1.]), tensor([0.]) ]")]
    [InlineData("new { A = Tensor.Ones(2), B = \"x\" }", "{ A = tensor([1., 1.]), B = x }")]
    [InlineData("new Dictionary<string, Tensor> { [\"w\"] = Tensor.Ones(2) }", "{ w: tensor([1., 1.]) }")]
    [InlineData(
        "record Layer(Size2d Size, Module Module);\nnew Layer(new Size2d(3, 5), new ReLU())",
        "Layer { Size = (3, 5), Module = ReLU() }")]
    public async Task It_shows_itself_wherever_it_stands(string code, string expected)
    {
        await Load();
        Assert.Equal(expected, await Value(code));
    }

    [Fact]
    public async Task A_figure_comes_in_four_forms()
    {
        await Load();
        var result = await Run("PlotImage(Tensor.Of([[0, 1], [1, 0]]))");
        Assert.Equal(
            ["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"], result.Value!.Forms.Select(form => form.Key));
    }

    [Fact]
    public async Task The_librarys_errors_reach_the_learner_as_they_are()
    {
        await Load();
        var error = await Error("var layer = new Conv2d(1, 3, kernelSize: (5, 5));\nlayer.Call(Tensor.Zeros((3, 200, 200)))");
        Assert.Equal(
            "Conv2d(1, 3, kernelSize: (5, 5)) needs an input of 1 channel, but got shape (3, 200, 200): 3 channels.", error.Message);
        Assert.Equal(2, error.Line);
    }

    [Theory]
    [InlineData(
        "new Conv2d(1, 3, 3).Forward(Tensor.Zeros((1, 9, 9)))",
        "'Conv2d.Forward(Tensor)' is inaccessible due to its protection level: "
        + "call it: new Conv2d(1, 3, 3).Call(Tensor.Zeros((1, 9, 9))).")]
    [InlineData(
        "class Net : Module { readonly Module main = new ReLU(); protected override Tensor Forward(Tensor x) => main.Forward(x); }",
        "Cannot access protected member 'Module.Forward(Tensor)' via a qualifier of type 'Module'; the qualifier must be of type 'Net' "
        + "(or derived from it): call it: main.Call(x).")]
    [InlineData(
        "class Net : Module { public override Tensor Forward(Tensor x) => x; }",
        "'Net.Forward(Tensor)': cannot change access modifiers when overriding 'protected' inherited member 'Module.Forward(Tensor)': "
        + "write protected override Tensor Forward(Tensor x).")]
    [InlineData(
        "var names = new Module[] { new ReLU() }\n"
        + ".Select(layer => layer.Forward(new Flatten().Call(Tensor.Zeros((8, 3, 100, 100)).Relu())));",
        "'Module.Forward(Tensor)' is inaccessible due to its protection level: call it: layer.Call(…).")]
    public async Task Who_calls_Forward_is_told_to_call_Call(string code, string sentence)
    {
        await Load();
        Assert.Equal(sentence, (await Error(code)).Message);
    }

    Task<string?> Load() => Value($"#r \"{library}\"\nusing CourseCnn;\nusing static CourseCnn.Plots;");
}

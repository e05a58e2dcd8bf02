using System.Text.Json;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Layers;

public class LayersReferenceTests
{
    const double Tolerance = 1e-6;

    static readonly JsonElement File = Reference.Read("layers.json");
    static readonly JsonElement Layers = File.GetProperty("layers");

    public static TheoryData<int, string> All =>
        [.. Layers.EnumerateArray().Select((layer, i) => (i, $"{layer.GetProperty("layer")} {layer.GetProperty("args")}"))];

    [Theory, MemberData(nameof(All))]
    public void A_layer_agrees_with_PyTorch(int i, string name)
    {
        var answer = Layers[i];
        var layer = PythonLayer.Build(answer.GetProperty("layer").GetString()!, answer.GetProperty("args"));
        Assert.StartsWith(layer.TypeName, name);
        Close.Elementwise(answer.Tensor("output"), layer.Call(answer.Tensor("input")), Tolerance);
    }

    [Theory, MemberData(nameof(All))]
    public void A_layer_gives_the_same_in_evaluation(int i, string name)
    {
        var answer = Layers[i];
        var layer = PythonLayer.Build(answer.GetProperty("layer").GetString()!, answer.GetProperty("args")).Eval();
        Assert.StartsWith(layer.TypeName, name);
        Close.Elementwise(answer.Tensor("output"), layer.Call(answer.Tensor("input")), Tolerance);
    }

    [Fact]
    public void Batch_normalisation_agrees_with_PyTorch()
    {
        var answer = File.GetProperty("BatchNorm2d");
        var input = answer.Tensor("input");
        var layer = new BatchNorm2d(input.Shape[1]);

        Close.Elementwise(answer.Tensor("train_output"), layer.Call(input), Tolerance);
        Close.Elementwise(answer.Tensor("running_mean"), layer.RunningMean!, Tolerance);
        Close.Elementwise(answer.Tensor("running_var"), layer.RunningVar!, Tolerance);
        Close.Elementwise(answer.Tensor("eval_output"), layer.Eval().Call(input), Tolerance);
    }
}

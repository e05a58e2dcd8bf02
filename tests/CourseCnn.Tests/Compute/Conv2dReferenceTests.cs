using System.Text.Json;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Compute;

public class Conv2dReferenceTests
{
    static readonly JsonElement Cases = Reference.Read("conv2d.json");

    public static TheoryData<int> All => [.. Enumerable.Range(0, Cases.GetArrayLength())];

    [Theory, MemberData(nameof(All))]
    public void The_function_agrees_with_PyTorch(int i)
    {
        var answer = Cases[i];
        var output = Functional.Conv2d(
            answer.Tensor("input"),
            answer.Tensor("weight"),
            answer.OptionalTensor("bias"),
            answer.GetProperty("stride").Size(),
            answer.GetProperty("padding").Size(),
            answer.GetProperty("dilation").Size(),
            answer.GetProperty("groups").GetInt32());
        Close.Relative(answer.Tensor("output"), output, 3e-6);
    }

    [Theory, MemberData(nameof(All))]
    public void The_layer_agrees_with_PyTorch(int i)
    {
        var answer = Cases[i];
        var (input, weight, bias) = (answer.Tensor("input"), answer.Tensor("weight"), answer.OptionalTensor("bias"));
        var layer = new Conv2d(
            input.Shape[1],
            weight.Shape[0],
            (weight.Shape[2], weight.Shape[3]),
            answer.GetProperty("stride").Size(),
            answer.GetProperty("padding").Size(),
            answer.GetProperty("dilation").Size(),
            answer.GetProperty("groups").GetInt32(),
            bias: bias is not null)
        {
            Weight = weight,
        };
        if (bias is not null)
            layer.Bias = bias;

        Close.Relative(answer.Tensor("output"), layer.Call(input), 3e-6);
    }
}

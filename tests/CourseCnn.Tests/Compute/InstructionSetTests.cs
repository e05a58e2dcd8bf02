using System.Diagnostics;
using CourseCnn.Compute.Simd;
using CourseCnn.Tests.Layers;
using CourseCnn.Tests.Layers.Pooling;
using CourseCnn.Tests.Tensors;

namespace CourseCnn.Tests.Compute;

/// <summary>
/// The library computes with whatever vectors the processor has. So the tests that compare it with PyTorch and with the definition run
/// again in processes that may not use the wider ones.
/// </summary>
public class InstructionSetTests
{
    const string ExpectedLanes = "COURSECNN_EXPECTED_LANES";

    static readonly Type[] Again =
    [
        typeof(InstructionSetTests.InTheProcess),
        typeof(Conv2dReferenceTests),
        typeof(LayersReferenceTests),
        typeof(ConvolutionTests),
        typeof(ConvolutionMethodTests),
        typeof(ConvolutionChoiceTests),
        typeof(TensorMatMulTests),
        typeof(PoolingTests),
    ];

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 8)]
    [InlineData("DOTNET_EnableAVX2", 4)]
    [InlineData("DOTNET_EnableHWIntrinsic", 1)]
    public async Task Answers_are_the_same_with_narrower_vectors(string @switch, int lanes)
    {
        var assembly = typeof(InstructionSetTests).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, "-noColor", .. Again.SelectMany(type => new[] { "-class", type.FullName! })])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[@switch] = "0";
        start.Environment[ExpectedLanes] = $"{Math.Min(SimdWork.Lanes, lanes)}";

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        Assert.DoesNotContain("Total: 0,", output);
    }

    public class InTheProcess
    {
        [Fact]
        public void Vectors_are_as_wide_as_the_switch_allows()
        {
            if (Environment.GetEnvironmentVariable(ExpectedLanes) is { } lanes)
                Assert.Equal(lanes, $"{SimdWork.Lanes}");
            else
                Assert.True(SimdWork.Lanes is 1 or 4 or 8 or 16);
        }
    }
}

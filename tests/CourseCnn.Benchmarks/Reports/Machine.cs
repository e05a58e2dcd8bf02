using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CourseCnn.Benchmarks.Reports;

/// <summary>Where the figures were measured.</summary>
static class Machine
{
    const string Processors = "/proc/cpuinfo";

    public static string Describe()
    {
        var model = File.Exists(Processors)
            ? File.ReadLines(Processors)
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        var lanes = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        return $"{model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores, "
            + $"{lanes}-bit vectors, {RuntimeInformation.FrameworkDescription}, libtorch 2.10.0";
    }
}

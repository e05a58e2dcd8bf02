using TorchSharp;
using static TorchSharp.torch;

namespace CourseCnn.Benchmarks.Workloads;

/// <summary>The same work for both libraries.</summary>
/// <param name="Group">The family it belongs to: a mean is taken over each.</param>
/// <param name="Name">The work, for the table.</param>
/// <param name="MultiplyAdds">By the definition: a fast method that needs fewer can seem to work above the machine's peak.</param>
/// <param name="Ours">As a cell calls it: a fresh tensor every time.</param>
/// <param name="Theirs">The same with libtorch.</param>
/// <param name="Exact">The answer in double precision.</param>
sealed record Workload(
    string Group, string Name, long MultiplyAdds, Func<Tensor> Ours, Func<torch.Tensor> Theirs, Func<torch.Tensor> Exact)
{
    /// <summary>A layer or a model, and random input of a shape.</summary>
    public static Workload Of(string group, string name, Layer layer, Shape shape)
    {
        var input = Tensor.Randn(shape);
        var theirInput = tensor(input.ToArray(), [.. shape.Select(size => (long)size)]);
        layer.Ours.Eval();
        layer.Theirs.eval();
        return new(group, name, MultiplyAddsOf(layer.Ours, shape), Ours, Theirs, Exact);

        Tensor Ours() => layer.Ours.Call(input);

        torch.Tensor Theirs() => layer.Theirs.call(theirInput);

        torch.Tensor Exact()
        {
            layer.Theirs.to(ScalarType.Float64);
            var exact = layer.Theirs.call(theirInput.to_type(ScalarType.Float64));
            layer.Theirs.to(ScalarType.Float32);
            return exact;
        }
    }

    /// <summary>The product of two random square matrices.</summary>
    public static Workload Product(string group, int size)
    {
        var (a, b) = (Tensor.Randn((size, size)), Tensor.Randn((size, size)));
        var (theirA, theirB) = (tensor(a.ToArray(), size, size), tensor(b.ToArray(), size, size));
        return new(
            group,
            $"matrix product {size}³",
            (long)size * size * size,
            () => a.MatMul(b),
            () => theirA.matmul(theirB),
            () => theirA.to_type(ScalarType.Float64).matmul(theirB.to_type(ScalarType.Float64)));
    }

    /// <summary>How far both are from the exact answer, relative to its greatest number.</summary>
    public (double Ours, double Theirs) Errors()
    {
        using var scope = NewDisposeScope();
        var exact = Exact();
        var ours = tensor(Ours().ToArray(), exact.shape);
        return (Error(ours), Error(Theirs()));

        double Error(torch.Tensor answer) =>
            ((answer.to_type(ScalarType.Float64) - exact).abs().max() / exact.abs().max()).item<double>();
    }

    static long MultiplyAddsOf(Module module, Shape shape) => module is MaxPool2d or ReLU
        ? shape.Count
        : shape[0] * Plots.Summary(module, new Shape([.. shape.Skip(1)])).TrueMultAdds;
}

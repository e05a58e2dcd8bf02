using TorchSharp;
using static TorchSharp.torch;

namespace CourseCnn.Benchmarks.Workloads;

/// <summary>A layer in both libraries, with the same numbers in it.</summary>
sealed record Layer(Module Ours, nn.Module<torch.Tensor, torch.Tensor> Theirs)
{
    public static Layer Conv(int inChannels, int outChannels, int kernel, int stride = 1, int padding = 0, int groups = 1)
    {
        var ours = new Conv2d(inChannels, outChannels, kernel, stride, padding, groups: groups);
        var theirs = nn.Conv2d(inChannels, outChannels, kernel, stride, padding, groups: groups);
        Copy(ours.Weight, theirs.weight!);
        Copy(ours.Bias!, theirs.bias!);
        return new(ours, theirs);
    }

    public static Layer Linear(int inFeatures, int outFeatures)
    {
        var ours = new Linear(inFeatures, outFeatures);
        var theirs = nn.Linear(inFeatures, outFeatures);
        Copy(ours.Weight, theirs.weight!);
        Copy(ours.Bias!, theirs.bias!);
        return new(ours, theirs);
    }

    public static Layer BatchNorm(int channels) => new(new BatchNorm2d(channels), nn.BatchNorm2d(channels));

    public static Layer Relu() => new(new ReLU(), nn.ReLU());

    public static Layer MaxPool(int kernel, int? stride = null) =>
        new(new MaxPool2d(kernel, stride ?? kernel), nn.MaxPool2d(kernel, stride ?? kernel));

    public static Layer Flatten() => new(new Flatten(), nn.Flatten());

    public static Layer Row(params Layer[] layers) =>
        new(new Sequential([.. layers.Select(layer => layer.Ours)]), nn.Sequential([.. layers.Select(layer => layer.Theirs)]));

    static void Copy(Tensor from, torch.Tensor to)
    {
        using var _ = no_grad();
        using var copy = tensor(from.ToArray(), [.. from.Shape.Select(size => (long)size)]);
        to.copy_(copy);
    }
}

namespace CourseCnn.Benchmarks.Workloads;

/// <summary>What is measured: the course's own work, and the layers of the networks it tells of.</summary>
static class AllWorkloads
{
    public const string Chapter = "the chapter";
    public const string Models = "the chapter's models";
    public const string Famous = "AlexNet and VGG";
    public const string Others = "others";

    public static IEnumerable<Func<Workload>> Create()
    {
        foreach (var size in new[] { 512, 200 })
            foreach (var outChannels in new[] { 1, 2, 3 })
                foreach (var kernel in new[] { 3, 5 })
                    yield return Picture($"1→{outChannels} {kernel}x{kernel}, {size} px", Layer.Conv(1, outChannels, kernel), 1, size);

        foreach (var size in new[] { 512, 200 })
        {
            yield return Picture($"1→1 50x50, {size} px", Layer.Conv(1, 1, 50), 1, size);
            yield return Picture($"1→1 51x51 padding 25, {size} px", Layer.Conv(1, 1, 51, padding: 25), 1, size);
            yield return Picture($"1→1 25x25 stride 3, {size} px", Layer.Conv(1, 1, 25, stride: 3), 1, size);
        }

        yield return Picture("3→3 3x3 padding 1, 128 px", Layer.Conv(3, 3, 3, padding: 1), 3, 128);
        yield return Picture("max pooling 2x2 of 3 channels, 512 px", Layer.MaxPool(2), 3, 512);
        yield return Picture("max pooling 2x2 of 3 channels, 200 px", Layer.MaxPool(2), 3, 200);

        foreach (var batch in new[] { 1, 64 })
        {
            yield return Model("CNN", ChapterModels.Cnn, (batch, 1, 100, 100));
            yield return Model("CNN with pooling", ChapterModels.CnnWithPooling, (batch, 1, 100, 100));
            yield return Model("fully connected", ChapterModels.FullyConnected, (batch, 128 * 128));
            yield return Model("CNN of blocks", ChapterModels.CnnOfBlocks, (batch, 1, 128, 128));
        }

        yield return Convolution("AlexNet 1: 3→64 11x11 stride 4, 224 px", Layer.Conv(3, 64, 11, 4, 2), 3, 224);
        yield return Convolution("AlexNet 2: 64→192 5x5, 27 px", Layer.Conv(64, 192, 5, padding: 2), 64, 27);
        yield return Convolution("AlexNet 3: 192→384 3x3, 13 px", Layer.Conv(192, 384, 3, padding: 1), 192, 13);
        yield return Convolution("AlexNet 4: 384→256 3x3, 13 px", Layer.Conv(384, 256, 3, padding: 1), 384, 13);
        yield return Convolution("AlexNet 5: 256→256 3x3, 13 px", Layer.Conv(256, 256, 3, padding: 1), 256, 13);
        yield return Convolution("VGG: 64→64 3x3, 112 px", Layer.Conv(64, 64, 3, padding: 1), 64, 112);

        foreach (var (inFeatures, outFeatures) in new[] { (9216, 4096), (4096, 4096), (4096, 1000) })
            yield return () => Workload.Of(
                Others, $"AlexNet dense {inFeatures}→{outFeatures}", Layer.Linear(inFeatures, outFeatures), (1, inFeatures));
        yield return () => Workload.Of(
            Others, "depthwise 3x3 of 64 channels, 112 px", Layer.Conv(64, 64, 3, padding: 1, groups: 64), (1, 64, 112, 112));
        yield return () => Workload.Of(Others, "LeNet, 64 pictures of 28 px", ChapterModels.LeNet(), (64, 1, 28, 28));
        yield return () => Workload.Product(Others, 1024);
    }

    static Func<Workload> Picture(string name, Layer layer, int channels, int size) =>
        () => Workload.Of(Chapter, name, layer, (1, channels, size, size));

    static Func<Workload> Model(string name, Func<Layer> model, Shape shape) =>
        () => Workload.Of(Models, $"{name}, {(shape[0] == 1 ? "1 picture" : $"{shape[0]} pictures")}", model(), shape);

    static Func<Workload> Convolution(string name, Layer layer, int channels, int size) =>
        () => Workload.Of(Famous, name, layer, (1, channels, size, size));
}

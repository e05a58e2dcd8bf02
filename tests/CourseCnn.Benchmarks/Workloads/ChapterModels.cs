using static CourseCnn.Benchmarks.Workloads.Layer;

namespace CourseCnn.Benchmarks.Workloads;

/// <summary>The models that the course builds, and LeNet.</summary>
static class ChapterModels
{
    public static Layer Cnn() => Row(
        Conv(1, 3, 3, padding: 1), Relu(), Conv(3, 2, 3, padding: 1), Relu(), Flatten(), Linear(20000, 1));

    public static Layer CnnWithPooling() => Row(
        Conv(1, 3, 3, padding: 1), Relu(), MaxPool(2), Conv(3, 2, 3, padding: 1), Relu(), MaxPool(2), Flatten(), Linear(1250, 1));

    public static Layer FullyConnected() => Row(
        LinearBlock(128 * 128, 256), LinearBlock(256, 128), LinearBlock(128, 64), LinearBlock(64, 16), Linear(16, 1));

    public static Layer CnnOfBlocks() => Row(
        ConvBlock(1), ConvBlock(3), ConvBlock(3), ConvBlock(3), ConvBlock(3), Flatten(), Linear(3 * 128 * 128, 1));

    public static Layer LeNet() => Row(
        Conv(1, 6, 5, padding: 2), Relu(), MaxPool(2), Conv(6, 16, 5), Relu(), MaxPool(2), Flatten(),
        Linear(400, 120), Relu(), Linear(120, 84), Relu(), Linear(84, 10));

    static Layer LinearBlock(int inFeatures, int outFeatures) => Row(Linear(inFeatures, outFeatures), Relu());

    static Layer ConvBlock(int inChannels) => Row(Conv(inChannels, 3, 3, padding: 1), Relu());
}

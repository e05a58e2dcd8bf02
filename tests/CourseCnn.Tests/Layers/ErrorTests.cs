namespace CourseCnn.Tests.Layers;

/// <summary>What a learner reads when a layer cannot take what it gets.</summary>
public class ErrorTests
{
    [Fact]
    public void A_linear_layer_says_which_number_to_write() => Says(
        "Linear(20000, 1) needs an input of 20000 features in its last dimension, but got shape (1, 7500): write Linear(7500, 1).",
        () => new Linear(20000, 1).Call(Tensor.Zeros((1, 7500))));

    [Fact]
    public void A_forgotten_batch_is_recognised() => Says(
        "Linear(200, 1) needs an input of 200 features in its last dimension, but got shape (2, 100): "
        + "Flatten keeps the first dimension for the batch, so write image[null, ..] for the model's input.",
        () => new Linear(200, 1).Call(Tensor.Zeros((2, 100))));

    [Fact]
    public void A_Sequential_names_the_module_that_failed_and_the_shapes_that_led_there() => Says(
        "Linear(20000, 1) needs an input of 20000 features in its last dimension, but got shape (1, 300): write Linear(300, 1). "
        + "It is [3] in its Sequential: (1, 1, 10, 10) → Conv2d → (1, 3, 10, 10) → ReLU → (1, 3, 10, 10) "
        + "→ Flatten → (1, 300) → Linear.",
        () => new Sequential(new Conv2d(1, 3, 3, padding: 1), new ReLU(), new Flatten(), new Linear(20000, 1))
            .Call(Tensor.Zeros((1, 1, 10, 10))));

    [Fact]
    public void A_Sequential_within_another_is_found_too() => Says(
        "Linear(3, 1) needs an input of 3 features in its last dimension, but got shape (1, 4): write Linear(4, 1). "
        + "It is [0] in its Sequential: (1, 4) → Linear. It is [1] in its Sequential: (1, 4) → ReLU → (1, 4) → Sequential.",
        () => new Sequential(new ReLU(), new Sequential(new Linear(3, 1))).Call(Tensor.Zeros((1, 4))));

    [Fact]
    public void A_pooling_layer_needs_a_picture() => Says(
        "MaxPool2d((2, 2)) needs an input of shape (N, C, H, W) or (C, H, W), but got shape (10, 10): "
        + "write image[null, null, ..] to add the two dimensions in front.",
        () => new MaxPool2d((2, 2)).Call(Tensor.Zeros((10, 10))));

    [Fact]
    public void A_picture_can_be_too_small_to_be_pooled() => Says(
        "AvgPool2d(3, padding: 1) needs an input of at least 1 x 1 pixels, but got shape (1, 0, 5): "
        + "write a smaller kernelSize, or pool less before.",
        () => new AvgPool2d(3, padding: 1).Call(Tensor.Zeros((1, 0, 5))));

    [Fact]
    public void A_border_is_at_most_half_a_window() => Says(
        "MaxPool2d(3, padding: 2) would have windows wholly in the border: write a padding of at most half the kernelSize, (1, 1).",
        () => _ = new MaxPool2d(3, padding: 2));

    [Fact]
    public void A_window_cannot_be_empty() => Says(
        "MaxPool2d needs a kernelSize of at least 1 in both directions, but got (2, 0): write for example kernelSize: 2.",
        () => _ = new MaxPool2d((2, 0)));

    [Fact]
    public void A_target_size_cannot_be_empty() => Says(
        "AdaptiveAvgPool2d needs an outputSize of at least 1 in both directions, but got (0, null): write for example outputSize: 1.",
        () => _ = new AdaptiveAvgPool2d((0, null)));

    [Fact]
    public void A_mean_cannot_divide_by_zero() => Says(
        "AvgPool2d cannot divide by divisorOverride: 0: leave it out, or write another number.",
        () => _ = new AvgPool2d(2, divisorOverride: 0));

    [Fact]
    public void Batch_normalisation_knows_its_channels() => Says(
        "BatchNorm2d(3) needs an input of 3 channels, but got shape (1, 4, 5, 5): 4 channels.",
        () => new BatchNorm2d(3).Call(Tensor.Zeros((1, 4, 5, 5))));

    [Fact]
    public void Batch_normalisation_cannot_learn_from_a_single_number() => Says(
        "BatchNorm2d(3) needs more than one number for each channel while training, but got shape (1, 3, 1, 1): "
        + "give it more pictures, or call Eval() first.",
        () => new BatchNorm2d(3).Call(Tensor.Zeros((1, 3, 1, 1))));

    [Fact]
    public void Flatten_needs_the_dimensions_it_merges() => Says(
        "Flatten() merges dimensions 1 to -1, which an input of shape (5) does not have: write x[null, ..] to give it a batch of one.",
        () => new Flatten().Call(Tensor.Zeros(5)));

    [Fact]
    public void Softmax_needs_its_dimension() => Says(
        "Softmax(dim: 1) works along dimension 1, but an input of shape (5) has 1 dimension: write dim: -1 for the last one.",
        () => new Softmax(1).Call(Tensor.Zeros(5)));

    [Fact]
    public void A_probability_lies_between_0_and_1() => Says(
        "Dropout needs a probability p between 0 and 1, but got 1.5: write for example p: 0.5.",
        () => _ = new Dropout(1.5));

    [Fact]
    public void An_approximation_has_a_name() => Says(
        "GELU can be approximate: \"none\" or approximate: \"tanh\", but got \"fast\".",
        () => _ = new GELU("fast"));

    [Fact]
    public void A_forgotten_flatten_is_recognised() => Says(
        "Linear(5, 1) needs an input of 5 features in its last dimension, but got shape (2, 3, 26, 26): "
        + "put a Flatten before it, and write Linear(2028, 1) where it gets feature maps.",
        () => new Linear(5, 1).Call(Tensor.Zeros((2, 3, 26, 26))));

    [Fact]
    public void A_grey_picture_is_no_input_of_three_channels() => Says(
        "Conv2d(3, 3, kernelSize: (3, 3)) needs an input of shape (N, 3, H, W) or (3, H, W), but got shape (5, 5): "
        + "a grey picture has 1 channel, not 3. Give it one of shape (3, H, W), or build a layer for 1 channel.",
        () => new Conv2d(3, 3, 3).Call(Tensor.Zeros((5, 5))));

    [Fact]
    public void Arithmetic_needs_tensors() => Says(
        "Arithmetic needs two tensors, but the second is null: assign it before, as in var a = Tensor.Ones((2, 2));.",
        () => _ = Tensor.Ones(3) + (Tensor)null!);

    [Fact]
    public void A_layer_has_features() => Says(
        "Linear needs an inFeatures of at least 1, but got 0: write for example inFeatures: 1.",
        () => _ = new Linear(0, 4));

    static void Says(string sentence, Action action) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
}

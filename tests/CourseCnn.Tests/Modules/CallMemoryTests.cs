namespace CourseCnn.Tests.Modules;

/// <summary>What a call allocates beside its result.</summary>
public class CallMemoryTests
{
    [Fact]
    public void Nothing_but_the_result_is_made_for_a_call()
    {
        var (model, x) = (new Sequential(new Identity(), new Sequential(new Identity())), Tensor.Of([1]));
        var identity = new Identity();
        Assert.Equal(0, Bytes(() => identity.Call(x)));
        // The shapes that led to an error, should there be one.
        Assert.InRange(Bytes(() => model.Call(x)), 0, 160);
    }

    /// <summary>A name takes 180 bytes at least, 880 for a convolution; only an error needs it.</summary>
    [Theory]
    [InlineData("Conv2d", 1200)]
    [InlineData("MaxPool2d", 450)]
    [InlineData("AvgPool2d", 270)]
    [InlineData("AdaptiveAvgPool2d", 250)]
    [InlineData("BatchNorm2d", 450)]
    [InlineData("Softmax", 450)]
    [InlineData("Linear", 450)]
    public void No_name_is_built_for_an_error_that_does_not_happen(string type, int most)
    {
        Module[] layers =
        [
            new Conv2d(1, 1, 3), new MaxPool2d(2), new AvgPool2d(2), new AdaptiveAvgPool2d(2),
            new BatchNorm2d(1), new Softmax(1), new Linear(4, 4),
        ];
        var (layer, picture) = (layers.Single(layer => layer.TypeName == type), Tensor.Ones((1, 1, 4, 4)));
        Assert.InRange(Bytes(() => layer.Call(picture)), 1, most);
    }

    /// <summary>What a call allocates on this thread, once it has been called often enough.</summary>
    static long Bytes(Func<object> call)
    {
        for (var i = 0; i < 100; i++)
            call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 10;
    }
}

namespace CourseCnn.Layers.Activations;

/// <summary>What a layer with <c>inplace: true</c> does with its result.</summary>
static class InPlace
{
    /// <summary>The result itself, or if asked for the input with the result written over it.</summary>
    public static Tensor Result(Tensor input, Tensor result, bool inplace)
    {
        if (!inplace)
            return result;
        result.Span.CopyTo(input.Span);
        return input;
    }
}

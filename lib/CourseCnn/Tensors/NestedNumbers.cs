namespace CourseCnn.Tensors;

/// <summary>Makes a tensor of arrays in arrays of numbers, and says where they are not rectangular.</summary>
static class NestedNumbers
{
    internal static Tensor Read(Array numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var sizes = new List<int>();
        for (Array? part = numbers; part is not null; part = part.Length > 0 ? part.GetValue(0) as Array : null)
            sizes.Add(part.Length);
        // An empty part has no first element to look at: Of([[]]) is still of two dimensions.
        while (sizes.Count < Depth(numbers.GetType()))
            sizes.Add(0);

        var shape = new Shape([.. sizes]);
        var storage = new float[shape.Count];
        Fill(numbers, shape, [], storage);
        return new(storage, shape);
    }

    static void Fill(Array part, Shape shape, int[] path, Span<float> storage)
    {
        var depth = path.Length;
        if (part.Length != shape[depth])
            throw new ArgumentException(
                $"The rows given to Tensor.Of are not equally long: {Name(path)} is of length {part.Length}, "
                + $"but {Name(new int[depth])} of length {shape[depth]}.");

        if (part is double[] numbers)
        {
            for (var i = 0; i < numbers.Length; i++)
                storage[i] = (float)numbers[i];
            return;
        }

        for (var i = 0; i < part.Length; i++)
        {
            var length = storage.Length / part.Length;
            int[] inner = [.. path, i];
            var child = part.GetValue(i) as Array ?? throw new ArgumentException($"Tensor.Of needs numbers, but {Name(inner)} is null.");
            Fill(child, shape, inner, storage.Slice(i * length, length));
        }
    }

    static int Depth(Type type) => type.GetElementType() is { IsArray: true } element ? 1 + Depth(element) : 1;

    static string Name(int[] path) => "row " + string.Concat(path.Select(i => path.Length == 1 ? $"{i}" : $"[{i}]"));
}

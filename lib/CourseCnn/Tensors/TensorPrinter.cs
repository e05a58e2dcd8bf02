using System.Text;

namespace CourseCnn.Tensors;

/// <summary>
/// Prints a tensor exactly as PyTorch prints one of 32-bit floats: numbers aligned in columns, four digits after the point,
/// and of more than 1000 elements only the first and last three along each dimension.
/// </summary>
static class TensorPrinter
{
    const int Threshold = 1000;
    const int EdgeItems = 3;
    const int LineWidth = 80;
    const string Prefix = "tensor(";

    /// <param name="tensor">What to print.</param>
    /// <param name="notes">What follows the numbers, such as <c>requires_grad=True</c>.</param>
    internal static string Print(Tensor tensor, params ReadOnlySpan<string> notes)
    {
        if (tensor.Count == 0)
            return AddNotes(Prefix + "[]", tensor.Rank == 1 ? notes : [$"size={tensor.Shape}", .. notes]);

        var summarize = tensor.Count > Threshold;
        var shown = new List<float>();
        Visit(tensor.Shape, tensor.Storage, summarize, shown);
        var format = new NumberFormat([.. shown]);
        return AddNotes(Prefix + Numbers(tensor.Shape.AsSpan(), tensor.Storage, Prefix.Length, summarize, format), notes);
    }

    static string Numbers(ReadOnlySpan<int> sizes, ReadOnlySpan<float> elements, int indent, bool summarize, NumberFormat format)
    {
        if (sizes.Length == 0)
            return format.Write(elements[0]);

        // Only the columns of a row are wrapped; between slices there are as many line ends as dimensions below.
        var parts = new List<string>();
        var stride = elements.Length / sizes[0];
        foreach (var i in Shown(sizes[0], summarize))
        {
            parts.Add(i is not { } index
                ? sizes.Length == 1 ? " ..." : "..."
                : Numbers(sizes[1..], elements.Slice(index * stride, stride), indent + 1, summarize, format));
        }

        var lines = sizes.Length > 1 ? parts : Wrap(parts, indent, format.Width);
        var lineEnds = new string('\n', Math.Max(1, sizes.Length - 1));
        return $"[{string.Join("," + lineEnds + new string(' ', indent + 1), lines)}]";
    }

    static IEnumerable<string> Wrap(List<string> numbers, int indent, int width)
    {
        // A number takes its width, a comma and a space.
        var perLine = Math.Max(1, (LineWidth - indent) / (width + 2));
        return numbers.Chunk(perLine).Select(line => string.Join(", ", line));
    }

    /// <summary>The elements that are shown: they alone decide how numbers look.</summary>
    static void Visit(Shape shape, ReadOnlySpan<float> elements, bool summarize, List<float> shown)
    {
        void Add(ReadOnlySpan<int> sizes, ReadOnlySpan<float> part)
        {
            if (sizes.Length == 0)
            {
                shown.Add(part[0]);
                return;
            }

            var stride = part.Length / sizes[0];
            foreach (var i in Shown(sizes[0], summarize))
            {
                if (i is { } index)
                    Add(sizes[1..], part.Slice(index * stride, stride));
            }
        }

        Add(shape.AsSpan(), elements);
    }

    /// <summary>The positions shown along a dimension; null stands for those left out.</summary>
    static IEnumerable<int?> Shown(int size, bool summarize)
    {
        for (var i = 0; i < size; i++)
        {
            if (summarize && size > 2 * EdgeItems && i == EdgeItems)
            {
                yield return null;
                i = size - EdgeItems;
            }

            yield return i;
        }
    }

    static string AddNotes(string text, ReadOnlySpan<string> notes)
    {
        var result = new StringBuilder(text);
        // PyTorch counts two more than the last line has.
        var lineLength = text.Length - text.LastIndexOf('\n') + 1;
        foreach (var note in notes)
        {
            if (lineLength + note.Length + 2 > LineWidth)
            {
                result.Append(",\n").Append(' ', Prefix.Length).Append(note);
                lineLength = Prefix.Length + note.Length;
            }
            else
            {
                result.Append(", ").Append(note);
                lineLength += note.Length + 2;
            }
        }

        return result.Append(')').ToString();
    }
}

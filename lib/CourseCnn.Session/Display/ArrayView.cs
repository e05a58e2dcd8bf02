using System.Globalization;
using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Display;

/// <summary>What is left of an array of several dimensions where the first indices are given.</summary>
sealed record ArrayView(Array Array, int[] Indices)
{
    int Rank => Array.Rank - Indices.Length;

    int Length => Array.GetLength(Indices.Length);

    int First => Array.GetLowerBound(Indices.Length);

    /// <summary>A table; of more than two dimensions, tables one below the other.</summary>
    public static Part Part(Part? parent, ArrayView view) => new(parent, view)
    {
        Kind = view.Rank switch
        {
            1 => PartKind.Sequence,
            2 => PartKind.Table,
            _ => PartKind.Dictionary,
        },
        Text = parent is null ? $"{TypeName.Of(view.Array.GetType().GetElementType()!)}[{Sizes(view.Array)}]" : "",
        Members = [Member.Many(view.Read)],
    };

    static string Sizes(Array array) =>
        string.Join(", ", Enumerable.Range(0, array.Rank).Select(i => array.GetLength(i).ToString(CultureInfo.InvariantCulture)));

    IEnumerable<(string Name, object? Value)> Read(Part part)
    {
        for (var i = 0; i < Math.Min(Length, Limits.TableSide); i++)
        {
            int[] indices = [.. Indices, First + i];
            if (Rank == 1)
                yield return ("", Array.GetValue(indices));
            else
                yield return (Name(indices), new ArrayView(Array, indices));
        }

        if (Length > Limits.TableSide)
            part.LeftOut = Elements.More(Length - Limits.TableSide);
    }

    string Name(int[] indices)
    {
        var known = indices.Select(index => index.ToString(CultureInfo.InvariantCulture));
        return $"[{string.Join(", ", known.Concat(Enumerable.Repeat("*", Array.Rank - indices.Length)))}]";
    }
}

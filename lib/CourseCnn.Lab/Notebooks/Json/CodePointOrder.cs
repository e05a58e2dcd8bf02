namespace CourseCnn.Lab.Notebooks.Json;

/// <summary>The order of Python's <c>sorted</c>: by code point, where .NET's ordinal order goes by UTF-16 units.</summary>
sealed class CodePointOrder : IComparer<string>
{
    internal static readonly CodePointOrder Instance = new();

    public int Compare(string? left, string? right)
    {
        left ??= "";
        right ??= "";
        var shared = left.AsSpan().CommonPrefixLength(right);
        if (shared == left.Length || shared == right.Length)
            return left.Length - right.Length;
        // Surrogates stand for code points above all others, though their units are not the greatest.
        return (char.IsSurrogate(left[shared]), left[shared]).CompareTo((char.IsSurrogate(right[shared]), right[shared]));
    }
}

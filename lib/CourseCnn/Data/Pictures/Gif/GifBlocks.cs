namespace CourseCnn.Data.Pictures.Gif;

/// <summary>Data in a GIF file: pieces with their length before them, up to one of length 0.</summary>
/// <param name="Data">The pieces as one.</param>
/// <param name="End">Where the file goes on.</param>
/// <param name="IsWhole">Whether the file did not end before.</param>
sealed record GifBlocks(byte[] Data, int End, bool IsWhole)
{
    internal static GifBlocks Read(ReadOnlySpan<byte> file, int start)
    {
        using var data = new MemoryStream();
        while (start < file.Length && file[start] > 0)
        {
            var length = Math.Min(file[start], file.Length - start - 1);
            data.Write(file.Slice(start + 1, length));
            start += 1 + length;
        }

        return new(data.ToArray(), start + 1, start < file.Length);
    }
}

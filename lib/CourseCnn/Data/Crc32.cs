namespace CourseCnn;

/// <summary>The check sum of PNG's chunks: ISO 3309's 32-bit cyclic redundancy check.</summary>
static class Crc32
{
    static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => OfByte((uint)n))];

    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    static uint OfByte(uint crc)
    {
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}

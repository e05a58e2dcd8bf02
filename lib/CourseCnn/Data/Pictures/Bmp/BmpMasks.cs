using System.Numerics;

namespace CourseCnn.Data.Pictures.Bmp;

/// <summary>Takes red, green, blue and alpha out of pixels of 16, 24 or 32 bits.</summary>
static class BmpMasks
{
    /// <summary>Where the colours are if the file does not say: no alpha, whatever the spare bits hold.</summary>
    internal static uint[] Default(int bitsPerPixel) => bitsPerPixel == 16 ? [0x7C00, 0x3E0, 0x1F, 0] : [0xFF0000, 0xFF00, 0xFF, 0];

    /// <summary>Whether the bits of each mask stand together, as they must.</summary>
    internal static bool AreWhole(uint[] masks) => masks.All(mask => mask == 0 || BitOperations.IsPow2((ulong)(mask >> Shift(mask)) + 1));

    /// <summary>One channel of a pixel, from 0 to 255.</summary>
    internal static byte Channel(uint pixel, uint mask)
    {
        if (mask == 0)
            return 0;
        var largest = mask >> Shift(mask);
        return (byte)(((pixel & mask) >> Shift(mask)) * 255UL / (double)largest + .5);
    }

    static int Shift(uint mask) => BitOperations.TrailingZeroCount(mask);
}

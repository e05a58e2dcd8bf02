using System.Runtime.CompilerServices;
using CourseCnn.Compute.Simd;

namespace CourseCnn.Compute.MatrixProduct;

/// <summary>
/// A <see cref="Tile"/> twice as high: 24 sums, which AVX-512's 32 registers and those of 64-bit Arm hold beside what they are made of.
/// Beginning and ending it then takes half as long for each product. Its numbers are the same.
/// </summary>
static unsafe class TallTile
{
    public const int Rows = 6;

    /// <summary>Whether there are registers enough.</summary>
    public static bool Fits<TVector, TSimd>()
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector> => TSimd.Count == 16 || System.Runtime.Intrinsics.Arm.AdvSimd.Arm64.IsSupported;

    /// <summary>A tile of sums of products, added to what they start with; see <see cref="Tile.Multiply"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TVector, TSimd>(
        float** left, int* leftSteps, float* right, int* rightSteps, int count, float* start, nint startPitch, float* result, nint pitch)
        where TVector : unmanaged
        where TSimd : struct, ISimd<TVector>
    {
        TVector
            sum00 = default, sum01 = default, sum02 = default, sum03 = default,
            sum10 = default, sum11 = default, sum12 = default, sum13 = default,
            sum20 = default, sum21 = default, sum22 = default, sum23 = default,
            sum30 = default, sum31 = default, sum32 = default, sum33 = default,
            sum40 = default, sum41 = default, sum42 = default, sum43 = default,
            sum50 = default, sum51 = default, sum52 = default, sum53 = default;
        float* row0 = left[0], row1 = left[1], row2 = left[2], row3 = left[3], row4 = left[4], row5 = left[5];
        for (nint k = 0; k < count; k++)
        {
            nint leftStep = leftSteps[k];
            var vectors = right + rightSteps[k];
            TVector vector0 = TSimd.Load(vectors), vector1 = TSimd.Load(vectors + TSimd.Count);
            TVector vector2 = TSimd.Load(vectors + 2 * TSimd.Count), vector3 = TSimd.Load(vectors + 3 * TSimd.Count);

            var number = TSimd.Broadcast(row0[leftStep]);
            sum00 = TSimd.MultiplyAdd(number, vector0, sum00);
            sum01 = TSimd.MultiplyAdd(number, vector1, sum01);
            sum02 = TSimd.MultiplyAdd(number, vector2, sum02);
            sum03 = TSimd.MultiplyAdd(number, vector3, sum03);
            number = TSimd.Broadcast(row1[leftStep]);
            sum10 = TSimd.MultiplyAdd(number, vector0, sum10);
            sum11 = TSimd.MultiplyAdd(number, vector1, sum11);
            sum12 = TSimd.MultiplyAdd(number, vector2, sum12);
            sum13 = TSimd.MultiplyAdd(number, vector3, sum13);
            number = TSimd.Broadcast(row2[leftStep]);
            sum20 = TSimd.MultiplyAdd(number, vector0, sum20);
            sum21 = TSimd.MultiplyAdd(number, vector1, sum21);
            sum22 = TSimd.MultiplyAdd(number, vector2, sum22);
            sum23 = TSimd.MultiplyAdd(number, vector3, sum23);
            number = TSimd.Broadcast(row3[leftStep]);
            sum30 = TSimd.MultiplyAdd(number, vector0, sum30);
            sum31 = TSimd.MultiplyAdd(number, vector1, sum31);
            sum32 = TSimd.MultiplyAdd(number, vector2, sum32);
            sum33 = TSimd.MultiplyAdd(number, vector3, sum33);
            number = TSimd.Broadcast(row4[leftStep]);
            sum40 = TSimd.MultiplyAdd(number, vector0, sum40);
            sum41 = TSimd.MultiplyAdd(number, vector1, sum41);
            sum42 = TSimd.MultiplyAdd(number, vector2, sum42);
            sum43 = TSimd.MultiplyAdd(number, vector3, sum43);
            number = TSimd.Broadcast(row5[leftStep]);
            sum50 = TSimd.MultiplyAdd(number, vector0, sum50);
            sum51 = TSimd.MultiplyAdd(number, vector1, sum51);
            sum52 = TSimd.MultiplyAdd(number, vector2, sum52);
            sum53 = TSimd.MultiplyAdd(number, vector3, sum53);
        }

        Tile.Put<TVector, TSimd>(sum00, sum01, sum02, sum03, start, result);
        Tile.Put<TVector, TSimd>(sum10, sum11, sum12, sum13, start + startPitch, result + pitch);
        Tile.Put<TVector, TSimd>(sum20, sum21, sum22, sum23, start + 2 * startPitch, result + 2 * pitch);
        Tile.Put<TVector, TSimd>(sum30, sum31, sum32, sum33, start + 3 * startPitch, result + 3 * pitch);
        Tile.Put<TVector, TSimd>(sum40, sum41, sum42, sum43, start + 4 * startPitch, result + 4 * pitch);
        Tile.Put<TVector, TSimd>(sum50, sum51, sum52, sum53, start + 5 * startPitch, result + 5 * pitch);
    }
}

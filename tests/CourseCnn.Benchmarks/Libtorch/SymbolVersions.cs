using System.Buffers.Binary;
using System.Text;

namespace CourseCnn.Benchmarks.Libtorch;

/// <summary>
/// Lets an older system load a library that was linked on a newer one: marks a symbol version that the library requires as weak, so
/// that the loader only warns where it is missing (ELF's .gnu.version_r section; System V ABI and the Linux Standard Base, 10.7.3).
/// </summary>
static class SymbolVersions
{
    const uint VersionNeeds = 0x6FFFFFFE;
    const ushort Weak = 2;

    /// <summary>Rewrites the file in place; says how many requirements were made weak.</summary>
    public static int MakeWeak(string path, string version)
    {
        var file = File.ReadAllBytes(path);
        if (file.Length < 64 || !file.AsSpan(0, 5).SequenceEqual("\u007fELF\u0002"u8))
            throw new ArgumentException($"{path} is no 64-bit ELF library.");

        var changed = 0;
        foreach (var section in Sections(file).Where(section => section.Kind == VersionNeeds))
            changed += MakeWeak(file, section.Start, section.Strings, version);
        File.WriteAllBytes(path, file);
        return changed;
    }

    static int MakeWeak(byte[] file, int need, int strings, string version)
    {
        var changed = 0;
        for (int next = need, step = 1; step != 0; next += step)
        {
            // A library: version (2), count of requirements (2), name (4), first requirement (4), next library (4).
            var requirement = next + Number(file, next + 8);
            for (var left = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(next + 2)); left > 0; left--)
            {
                // A requirement: hash (4), flags (2), index (2), name (4), next requirement (4).
                if (TextAt(file, strings + Number(file, requirement + 8)) == version)
                {
                    file[requirement + 4] |= (byte)Weak;
                    changed++;
                }

                requirement += Number(file, requirement + 12);
            }

            step = Number(file, next + 12);
        }

        return changed;
    }

    /// <summary>Each section's kind, where it starts, and where the strings start that it names things by.</summary>
    static IEnumerable<(uint Kind, int Start, int Strings)> Sections(byte[] file)
    {
        var headers = (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(0x28));
        int size = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x3A)),
            count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x3C));
        for (var header = headers; header < headers + size * count; header += size)
        {
            var strings = headers + size * Number(file, header + 40);
            yield return ((uint)Number(file, header + 4), Start(header), Start(strings));
        }

        int Start(int header) => (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(header + 24));
    }

    static int Number(byte[] file, int start) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(start));

    static string TextAt(byte[] file, int start) => Encoding.ASCII.GetString(file, start, Array.IndexOf(file, (byte)0, start) - start);
}

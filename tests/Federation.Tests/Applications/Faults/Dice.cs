using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CrossBorder.Federation.Tests.Applications.Faults;

/// <summary>Chance that can be repeated: the same seed throws the same.</summary>
internal sealed class Dice(int seed)
{
    private int thrown;

    /// <summary>From the least to below the limit.</summary>
    public int Next(int least, int limit)
    {
        Span<byte> input = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(input, seed);
        BinaryPrimitives.WriteInt32LittleEndian(input[4..], thrown++);
        return least + (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(input)) % (uint)(limit - least));
    }

    public IEnumerable<T> Shuffled<T>(IReadOnlyList<T> all) => [.. all.Select(one => (one, Place: Next(0, int.MaxValue))).OrderBy(pair => pair.Place).Select(pair => pair.one)];
}

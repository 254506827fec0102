using System.Text;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Good bytes, damaged in one to four places: bits turned, parts cut off, taken out, doubled, or overwritten with extremes.</summary>
internal static class DamagedBytes
{
    private static readonly byte[] Extremes = [0x00, 0x7F, 0x80, 0x81, 0x84, 0xFE, 0xFF, 0x30, 0xA0, 0x1F];

    private static readonly Gen<Blow> Blows = Gen.Select(
        Gen.Int[0, 6], Gen.UInt, Gen.Int[1, 40], Gen.Byte, (kind, at, length, value) => new Blow(kind, at, length, value));

    public static Gen<byte[]> Of(byte[] good) => Blows.Array[1, 4].Select(blows => blows.Aggregate(good, Strike));

    /// <summary>As characters, so that whatever is read as text meets any text.</summary>
    public static Gen<string> Of(string good) => Of(Encoding.UTF8.GetBytes(good)).Select(Encoding.Latin1.GetString);

    public static Gen<byte[]> Of(params IReadOnlyList<byte[]> goods) => Gen.Int[0, goods.Count - 1].SelectMany(index => Of(goods[index]));

    private static byte[] Strike(byte[] bytes, Blow blow)
    {
        if (bytes.Length == 0)
            return [blow.Value];

        var at = (int)(blow.At % (uint)bytes.Length);
        var length = Math.Min(blow.Length, bytes.Length - at);
        return blow.Kind switch
        {
            0 => Overwritten(bytes, at, (byte)(bytes[at] ^ (1 << (blow.Value % 8)))),
            1 => Overwritten(bytes, at, blow.Value),
            2 => Overwritten(bytes, at, Extremes[blow.Value % Extremes.Length]),
            3 => bytes[..at],
            4 => [.. bytes[..at], .. bytes[(at + length)..]],
            5 => [.. bytes[..(at + length)], .. bytes[at..]],
            _ => [.. bytes[..at], .. Enumerable.Repeat(blow.Value, length), .. bytes[at..]],
        };
    }

    private static byte[] Overwritten(byte[] bytes, int at, byte value)
    {
        var copy = bytes.ToArray();
        copy[at] = value;
        return copy;
    }

    private sealed record Blow(int Kind, uint At, int Length, byte Value);
}

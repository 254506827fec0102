using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrossBorder.Federation.Officers;

/// <summary>
/// Time-based one-time codes (RFC 6238): six digits, thirty seconds, HMAC-SHA-1, because that is what every authenticator does.
/// Written here, because the one of ASP.NET Core takes its own clock and does not tell which code it took.
/// </summary>
internal static class Totp
{
    private const int Digits = 6;
    private const int SecretLength = 20;
    private const int StepSeconds = 30;

    public static string NewSecret() => Base32.Encode(RandomNumberGenerator.GetBytes(SecretLength));

    public static bool IsSecret(string text) => Base32.Decode(text) is { Length: >= 16 };

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The time step of this code: now, or one to either side for clocks that differ (section 5.2). Null where it is none.</summary>
    public static long? Match(string secret, string code, DateTimeOffset now)
    {
        var given = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        // All three are computed whichever fits.
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeAt(secret, step))))
                found = step;
        return found;
    }

    /// <summary>The code of one time step (RFC 4226 section 5.3).</summary>
    public static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // Named by the standard; an HMAC does not rest on collisions.
        var hash = HMACSHA1.HashData(Base32.Decode(secret) ?? [], counter);
#pragma warning restore CA5350
        var value = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & int.MaxValue;
        return (value % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }
}

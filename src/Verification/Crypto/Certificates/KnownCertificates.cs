using System.Collections.Concurrent;
using System.Security.Cryptography;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>
/// Certificates read before, by the hash of all their bytes. The same few come with every message, and the costly part is their
/// keys: BouncyCastle tests the modulus of each RSA key that it reads for being composite. Nothing is said about trust here, so
/// the rules are examined every time.
/// </summary>
internal static class KnownCertificates
{
    /// <summary>More than any hub has partners; what comes from strangers cannot take more room than that.</summary>
    private const int Most = 256;

    private const int LongestDer = 16 * 1024;
    private static readonly ConcurrentDictionary<string, Certificate> Known = new(StringComparer.Ordinal);

    public static Outcome<Certificate> Read(byte[] der, Func<byte[], Outcome<Certificate>> parse)
    {
        if (der.Length > LongestDer)
            return parse(der);
        var hash = Convert.ToHexString(SHA256.HashData(der));
        if (Known.TryGetValue(hash, out var known))
            return known;

        var read = parse(der);
        if (read.TryGetValue(out var certificate))
        {
            if (Known.Count >= Most)
                Known.Clear();
            Known.TryAdd(hash, certificate);
        }

        return read;
    }
}

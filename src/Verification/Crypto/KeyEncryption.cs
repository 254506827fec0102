using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Pkcs;

namespace CrossBorder.Verification.Crypto;

/// <summary>How a private key is encrypted at rest: PBES2 (RFC 8018 section 6.2) with PBKDF2.</summary>
public sealed class KeyEncryption
{
    /// <summary>The fewest PBKDF2 iterations that are taken (NIST SP 800-132 section 5.2).</summary>
    public const int MinimumIterations = 1_000;

    /// <summary>The most that are taken: the count stands in the file, and a file must not choose how long the reader is busy.</summary>
    public const int MaximumIterations = 2_000_000;

    /// <summary>What is written where nothing else is asked for.</summary>
    public const int DefaultIterations = 600_000;

    private KeyEncryption(string name, string cipher, string prf, int keyLength, bool isAuthenticated)
    {
        Name = name;
        CipherOid = cipher;
        PrfOid = prf;
        KeyLength = keyLength;
        IsAuthenticated = isAuthenticated;
    }

    /// <summary>AES-256-CBC with HMAC-SHA-256: what OpenSSL and nearly everybody else reads.</summary>
    public static KeyEncryption Aes256Cbc { get; } = new(
        "AES-256-CBC", NistObjectIdentifiers.IdAes256Cbc.Id, PkcsObjectIdentifiers.IdHmacWithSha256.Id, 32, isAuthenticated: false);

    /// <summary>AES-256-GCM (RFC 5084) with HMAC-SHA-256: a changed file is told from a good one for certain.</summary>
    public static KeyEncryption Aes256Gcm { get; } = new(
        "AES-256-GCM", NistObjectIdentifiers.IdAes256Gcm.Id, PkcsObjectIdentifiers.IdHmacWithSha256.Id, 32, isAuthenticated: true);

    /// <summary>SM4-CBC (GB/T 32907) with HMAC-SM3, for keys that must rest under commercial ciphers.</summary>
    public static KeyEncryption Sm4Cbc { get; } = new(
        "SM4-CBC", GMObjectIdentifiers.sms4_cbc.Id, GMObjectIdentifiers.hmac_sm3.Id, 16, isAuthenticated: false);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    internal static IReadOnlyList<KeyEncryption> All { get; } = [Aes256Cbc, Aes256Gcm, Sm4Cbc];

    internal static bool IsPrf(string oid) => All.Any(known => known.PrfOid == oid);

    internal string CipherOid { get; }

    internal string PrfOid { get; }

    internal int KeyLength { get; }

    internal bool IsAuthenticated { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

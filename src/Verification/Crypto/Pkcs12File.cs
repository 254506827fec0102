using System.Formats.Asn1;
using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// Private keys with their certificates in PKCS#12 (RFC 7292), as authorities hand them out. Only files under PBES2 with the ciphers of
/// <see cref="KeyEncryption"/> are opened: those under RC2 or triple DES are refused with the command that renews them.
/// </summary>
public static class Pkcs12File
{
    /// <summary>
    /// Opens a file that holds one key, RSA, elliptic curve or SM2, and orders its certificates into a chain, leaf first and without the root.
    /// Refusals: CB3007 (malformed, or not one key of that kind), CB3047 (a scheme that is too weak), CB3092 (wrong password or changed file).
    /// </summary>
    /// <param name="der">The file.</param>
    /// <param name="password">The password, which is not kept.</param>
    /// <param name="algorithm">What the key is to sign with.</param>
    /// <param name="keyId">The key's id; its thumbprint where null.</param>
    public static Outcome<SoftwareSigningKey> Open(ReadOnlySpan<byte> der, ReadOnlySpan<char> password, SignatureAlgorithm algorithm, string? keyId = null)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        try
        {
            if (!Pkcs12Reading.Read(der.ToArray(), password).TryGetValue(out var contents, out var refused))
                return Outcome<SoftwareSigningKey>.Refused(refused);
            if (contents.EncryptedKeys is not [var only])
                return ErrorCatalogue.KeyMalformed.With($"The PKCS#12 file holds {contents.EncryptedKeys.Count} encrypted private keys; one is wanted.");

            var pem = PemEncoding.WriteString(EncryptedPkcs8.Label, only);
            return SoftwareSigningKey.FromEncryptedPkcs8Pem(pem, password, algorithm, keyId).Then(key => WithChain(key, contents.Certificates));
        }
        catch (Exception exception) when (exception is AsnContentException or CryptographicException)
        {
            return ErrorCatalogue.KeyMalformed.With("The file is not well-formed PKCS#12.");
        }
    }

    private static Outcome<SoftwareSigningKey> WithChain(SoftwareSigningKey key, IReadOnlyList<Certificate> certificates)
    {
        var chain = new List<Certificate>();
        var next = certificates.FirstOrDefault(certificate => certificate.PublicKey.IsSameKeyAs(key.PublicKey));
        while (next is not null && !next.Extensions.IsSelfIssued && !chain.Contains(next))
        {
            chain.Add(next);
            var issuer = next.Issuer;
            next = certificates.FirstOrDefault(candidate => string.Equals(candidate.Subject, issuer, StringComparison.Ordinal));
        }

        if (chain.Count == 0)
            return key;
        using (key)
            return key.WithChain(chain);
    }
}

using System.Formats.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>PBES2-params with PBKDF2-params (RFC 8018 appendix A) and the parameters of the cipher.</summary>
/// <param name="Encryption">Null where the cipher is none of ours.</param>
/// <param name="Prf">Object identifier.</param>
/// <param name="Salt">Bytes.</param>
/// <param name="Iterations">As the file says; zero where it says more than an int holds.</param>
/// <param name="Iv">The initial vector, or the nonce of GCM.</param>
/// <param name="KeyLength">In bytes, where the file says it.</param>
internal sealed record Pbes2Parameters(KeyEncryption? Encryption, string Prf, byte[] Salt, int Iterations, byte[] Iv, int? KeyLength)
{
    private const int ShortestSalt = 8;
    private const int LongestSalt = 64;

    /// <summary>HMAC-SHA-1, which the RFC makes the default; it is never taken.</summary>
    private const string DefaultPrf = "1.2.840.113549.2.7";

    /// <summary>What of it is not taken; null where nothing is.</summary>
    public string? Violation =>
        Salt.Length is < ShortestSalt or > LongestSalt ? $"has a salt of {Salt.Length} bytes instead of {ShortestSalt} to {LongestSalt}"
        : Iterations is < KeyEncryption.MinimumIterations or > KeyEncryption.MaximumIterations
            ? $"wants another number of iterations than {KeyEncryption.MinimumIterations} to {KeyEncryption.MaximumIterations}"
        : Encryption is { } known && KeyLength is { } length && length != known.KeyLength ? "states another key length than its cipher has"
        : Iv.Length != (Encryption is { IsAuthenticated: true } ? KeyCipher.NonceLength : KeyCipher.BlockLength) ? "has an initial vector of the wrong length"
        : null;

    public static Pbes2Parameters Read(AsnReader reader)
    {
        var derivation = reader.ReadSequence();
        if (derivation.ReadObjectIdentifier() != PkcsObjectIdentifiers.IdPbkdf2.Id)
            throw new AsnContentException("Another key derivation than PBKDF2.");

        var pbkdf2 = derivation.ReadSequence();
        derivation.ThrowIfNotEmpty();
        var salt = pbkdf2.ReadOctetString();
        if (!pbkdf2.TryReadInt32(out var iterations))
            iterations = 0;
        int? keyLength = pbkdf2.HasData && pbkdf2.PeekTag().HasSameClassAndValue(Asn1Tag.Integer)
            ? pbkdf2.TryReadInt32(out var stated) ? stated : 0
            : null;
        var prf = pbkdf2.HasData ? ReadPrf(pbkdf2.ReadSequence()) : DefaultPrf;
        pbkdf2.ThrowIfNotEmpty();

        var cipher = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var oid = cipher.ReadObjectIdentifier();
        var encryption = KeyEncryption.All.FirstOrDefault(known => known.CipherOid == oid);
        var iv = encryption switch
        {
            null => [],
            { IsAuthenticated: true } => ReadGcm(cipher.ReadSequence()),
            _ => cipher.ReadOctetString(),
        };
        if (encryption is not null)
            cipher.ThrowIfNotEmpty();
        return new(encryption, prf, salt, iterations, iv, keyLength);
    }

    public void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(PkcsObjectIdentifiers.IdPbkdf2.Id);
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(Salt);
                    writer.WriteInteger(Iterations);
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(Prf);
                        writer.WriteNull();
                    }
                }
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Encryption!.CipherOid);
                if (Encryption.IsAuthenticated)
                    WriteGcm(writer);
                else
                    writer.WriteOctetString(Iv);
            }
        }
    }

    private static string ReadPrf(AsnReader reader)
    {
        var oid = reader.ReadObjectIdentifier();
        if (reader.HasData)
            reader.ReadNull();
        reader.ThrowIfNotEmpty();
        return oid;
    }

    /// <summary>GCMParameters (RFC 5084 section 3.2); the tag must have all its 16 bytes, and the default is 12.</summary>
    private static byte[] ReadGcm(AsnReader reader)
    {
        var nonce = reader.ReadOctetString();
        if (!reader.HasData || !reader.TryReadInt32(out var tagLength) || tagLength != KeyCipher.TagLength)
            throw new AsnContentException("A tag of another length than 16 bytes.");
        reader.ThrowIfNotEmpty();
        return nonce;
    }

    private void WriteGcm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteOctetString(Iv);
            writer.WriteInteger(KeyCipher.TagLength);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Keys;

/// <summary>What a PKCS#12 file holds: keys still encrypted, and certificates.</summary>
internal sealed record Pkcs12Contents(List<byte[]> EncryptedKeys, List<Certificate> Certificates)
{
    /// <summary>Whether keys are only noticed, and neither read nor kept.</summary>
    public bool CertificatesOnly { get; init; }

    public bool HoldsPrivateKey { get; set; }
}

/// <summary>Takes a PKCS#12 file (RFC 7292 section 4) apart, its integrity first.</summary>
internal static class Pkcs12Reading
{
    private const int LongestFile = 256 * 1024;
    private const string Data = "1.2.840.113549.1.7.1";
    private const string EncryptedData = "1.2.840.113549.1.7.6";
    private const string Bags = "1.2.840.113549.1.12.10.1.";
    private const string X509 = "1.2.840.113549.1.9.22.1";
    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0);

    public static bool TryGetValue<T>(this Outcome<T> outcome, [MaybeNullWhen(false)] out T value, out IReadOnlyList<Error> errors)
    {
        errors = outcome.Errors;
        return outcome.TryGetValue(out value);
    }

    /// <exception cref="AsnContentException">It is malformed.</exception>
    public static Outcome<Pkcs12Contents> Read(byte[] file, ReadOnlySpan<char> password, bool certificatesOnly = false)
    {
        if (file.Length > LongestFile)
            return ErrorCatalogue.KeyMalformed.With($"A PKCS#12 file has at most {LongestFile} bytes.");

        var reader = new AsnReader(file, AsnEncodingRules.BER);
        var pfx = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        if (!pfx.TryReadInt32(out var version) || version != 3)
            return ErrorCatalogue.KeyMalformed.With("The PKCS#12 file is not of version 3.");

        var (type, content) = ContentInfo(pfx.ReadSequence());
        if (type != Data)
            return Weak("is signed rather than protected by a password");

        var safe = content.ReadOctetString();
        if (!pfx.HasData)
            return Weak("has no integrity check (MacData)");
        if (Pkcs12Mac.Violation(pfx.ReadSequence(), safe, password) is { } violation)
            return violation;

        var contents = new Pkcs12Contents([], []) { CertificatesOnly = certificatesOnly };
        var parts = new AsnReader(safe, AsnEncodingRules.BER).ReadSequence();
        while (parts.HasData)
        {
            if (ReadPart(parts.ReadSequence(), password, contents) is { } refusal)
                return refusal;
        }

        return contents;
    }

    public static Error Weak(string why) => ErrorCatalogue.Pkcs12Unsupported.With($"The PKCS#12 file {why}.");

    private static Error? ReadPart(AsnReader part, ReadOnlySpan<char> password, Pkcs12Contents contents)
    {
        var (type, content) = ContentInfo(part);
        if (type == Data)
            return ReadBags(content.ReadOctetString(), contents);
        if (type != EncryptedData)
            return Weak($"has a part that is not protected by a password ({type})");

        var encrypted = content.ReadSequence();
        encrypted.ReadInteger();
        var info = encrypted.ReadSequence();
        info.ReadObjectIdentifier();
        var algorithm = info.ReadEncodedValue();
        if (Unsupported(algorithm) is { } weak)
            return weak;

        // The same algorithm and the same octets as an encrypted key has, in the shape of one.
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(algorithm.Span);
            writer.WriteOctetString(info.ReadOctetString(Context0));
        }

        if (!EncryptedPkcs8.Decrypt(writer.Encode(), password).TryGetValue(out var plain, out var refused))
            return refused[0];
        using (plain)
            return ReadBags(plain.Array, contents);
    }

    private static Error? ReadBags(byte[] safeContents, Pkcs12Contents contents)
    {
        var bags = new AsnReader(safeContents, AsnEncodingRules.BER).ReadSequence();
        while (bags.HasData)
        {
            var bag = bags.ReadSequence();
            var type = bag.ReadObjectIdentifier();
            var value = bag.ReadSequence(Context0);
            switch (type)
            {
                case Bags + "1" or Bags + "2" when contents.CertificatesOnly:
                    contents.HoldsPrivateKey = true;
                    break;
                case Bags + "1":
                    return Weak("keeps its private key without encryption");
                case Bags + "2":
                    var key = value.ReadEncodedValue();
                    if (Unsupported(new AsnReader(key, AsnEncodingRules.BER).ReadSequence().ReadEncodedValue()) is { } weak)
                        return weak;
                    contents.EncryptedKeys.Add(key.ToArray());
                    break;
                case Bags + "3":
                    var certificate = value.ReadSequence();
                    if (certificate.ReadObjectIdentifier() != X509)
                        break;
                    var read = Certificate.Parse(certificate.ReadSequence(Context0).ReadOctetString());
                    if (!read.TryGetValue(out var found))
                        return read.Error;
                    contents.Certificates.Add(found);
                    break;
            }
        }

        return null;
    }

    private static (string Type, AsnReader Content) ContentInfo(AsnReader info) => (info.ReadObjectIdentifier(), info.ReadSequence(Context0));

    private static Error? Unsupported(ReadOnlyMemory<byte> algorithm)
    {
        var scheme = new AsnReader(algorithm, AsnEncodingRules.BER).ReadSequence().ReadObjectIdentifier();
        return scheme switch
        {
            Pbes2 => null,
            "1.2.840.113549.1.12.1.3" or "1.2.840.113549.1.12.1.4" => Weak("is encrypted with triple DES; only AES-256 and SM4 (PBES2) are taken. Renew it with OpenSSL 3: openssl pkcs12, once to PEM and once back with -export"),
            "1.2.840.113549.1.12.1.5" or "1.2.840.113549.1.12.1.6" => Weak("is encrypted with RC2; only AES-256 and SM4 (PBES2) are taken. Renew it with OpenSSL 3: openssl pkcs12 -legacy to PEM, and back with -export"),
            _ => Weak($"is encrypted by a scheme that is not taken ({scheme}); only AES-256 and SM4 (PBES2) are"),
        };
    }
}

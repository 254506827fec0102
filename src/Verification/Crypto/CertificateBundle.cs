using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Crypto.Keys;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>Certificates in whichever form a partner sends them. Reading them says nothing about trust.</summary>
public static class CertificateBundle
{
    /// <summary>The longest file that is read, in bytes.</summary>
    public const int MaximumLength = 64 * 1024;

    /// <summary>The most certificates that one file may hold.</summary>
    public const int MaximumCertificates = 20;

    /// <summary>
    /// Reads PEM (several, with text around them), DER, PKCS#7 with certificates only (RFC 2315 section 9.1), or PKCS#12 (RFC 7292), known by
    /// their content. Each certificate comes once, in the order of the file. Refusals: CB6111 (no such file, too large, none or too many),
    /// CB6112 (a private key is in it: nothing of it is returned), CB3007 and CB3008 (a certificate or its key is malformed or too weak),
    /// CB3047 and CB3092 (a PKCS#12 file under weak protection, or another password).
    /// </summary>
    /// <param name="file">The content.</param>
    /// <param name="password">Of a PKCS#12 file; it is not kept.</param>
    public static Outcome<IReadOnlyList<Certificate>> Read(ReadOnlySpan<byte> file, ReadOnlySpan<char> password = default)
    {
        if (file.Length is 0 or > MaximumLength)
            return ErrorCatalogue.ImportUnreadable.With($"A file has 1 to {MaximumLength} bytes.");

        try
        {
            var read = file[0] == 0x30 ? ReadDer(file.ToArray(), password) : ReadPem(Encoding.UTF8.GetString(file), password);
            return read.Then(Counted);
        }
        catch (Exception exception) when (exception is AsnContentException || LibraryRefusal.Is(exception))
        {
            return ErrorCatalogue.ImportUnreadable.With("The file is damaged.");
        }
    }

    private static Outcome<IReadOnlyList<Certificate>> Counted(List<Certificate> found)
    {
        var certificates = found.DistinctBy(certificate => certificate.Sha256Thumbprint).ToList();
        return certificates.Count is 0 or > MaximumCertificates
            ? ErrorCatalogue.ImportUnreadable.With($"It holds {certificates.Count} certificates; 1 to {MaximumCertificates} are taken.")
            : Outcome<IReadOnlyList<Certificate>>.Of(certificates);
    }

    private static Outcome<List<Certificate>> ReadPem(string text, ReadOnlySpan<char> password)
    {
        // Before anything is read: a key beside the certificates, in whatever state, must not slip through because of them.
        if (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            return Burnt();

        var found = new List<Certificate>();
        var rest = text.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            var label = rest[fields.Label];
            if (label is not ("CERTIFICATE" or "X509 CERTIFICATE" or "PKCS7" or "CMS"))
                return ErrorCatalogue.ImportUnreadable.With("The text holds something other than certificates.");
            var read = ReadDer(Convert.FromBase64String(rest[fields.Base64Data].ToString()), password);
            if (!read.TryGetValue(out var certificates))
                return read;
            found.AddRange(certificates);
            rest = rest[fields.Location.End..];
        }

        return found;
    }

    private static Outcome<List<Certificate>> ReadDer(byte[] der, ReadOnlySpan<char> password)
    {
        var outer = new AsnReader(der, AsnEncodingRules.BER);
        var content = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        if (content.PeekTag() == Asn1Tag.ObjectIdentifier)
            return Pkcs7Reading.Read(content);
        if (content.PeekTag() == Asn1Tag.Integer)
            return IsPkcs12(content) ? ReadPkcs12(der, password) : Burnt();

        // An encrypted private key is its algorithm and a string of octets (RFC 5958 section 3); a certificate has a sequence there.
        content.ReadEncodedValue();
        if (content.HasData && content.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString))
            return Burnt();
        return Certificate.Parse(der).Map(certificate => new List<Certificate> { certificate });
    }

    private static bool IsPkcs12(AsnReader content) => content.TryReadInt32(out var version) && version == 3;

    private static Outcome<List<Certificate>> ReadPkcs12(byte[] der, ReadOnlySpan<char> password)
    {
        var read = Pkcs12Reading.Read(der, password, certificatesOnly: true);
        if (!read.TryGetValue(out var contents))
            return Outcome<List<Certificate>>.Refused(read.Errors);
        return contents.HoldsPrivateKey ? Burnt() : contents.Certificates;
    }

    private static Error Burnt() => ErrorCatalogue.ImportHoldsPrivateKey.With("Nothing of it was kept.");
}

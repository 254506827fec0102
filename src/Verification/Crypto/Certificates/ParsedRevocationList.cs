using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Outcomes;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace CrossBorder.Verification.Crypto.Certificates;

/// <summary>A revocation list and the library's view of it.</summary>
internal sealed class ParsedRevocationList(X509Crl crl)
{
    private const int CrlSign = 6;

    // Neither the list nor a certificate of this thumbprint changes, so what was found of the two stays true. A list has one authority.
    private volatile string? signer;

    public X509Crl Crl { get; } = crl;

    public byte[] Encoded { get; } = crl.GetEncoded();

    public string Issuer { get; } = crl.IssuerDN.ToString();

    public DateTimeOffset ThisUpdate { get; } = new(crl.ThisUpdate.ToUniversalTime());

    public DateTimeOffset? NextUpdate { get; } = crl.NextUpdate is { } next ? new DateTimeOffset(next.ToUniversalTime()) : null;

    /// <summary>Why it is no complete list of one authority; null where it is one.</summary>
    public string? Restriction { get; } = ListScope.Restriction(crl);

    /// <summary>True where its serial numbers may be those of other authorities' certificates.</summary>
    public bool IsIndirect { get; } = ListScope.IsIndirect(crl);

    /// <summary>A critical extension that is not understood; null where there is none.</summary>
    public string? UnknownCritical { get; } = ListScope.UnknownCritical(crl);

    public bool IsIssuedBy(Certificate issuer) => Restriction is null && UnknownCritical is null && IsSignedBy(issuer);

    /// <summary>Whether this authority signed it and may, whatever it covers.</summary>
    public bool IsSignedBy(Certificate issuer)
    {
        if (signer == issuer.Sha256Thumbprint)
            return true;
        if (!Crl.IssuerDN.Equivalent(issuer.Parsed.SubjectDN, inOrder: true)
            || issuer.Extensions.KeyUsage is not { } usage || !usage[CrlSign]
            || !CertificateSignature.Holds(this, issuer))
            return false;
        signer = issuer.Sha256Thumbprint;
        return true;
    }

    public static Outcome<ParsedRevocationList> Parse(ReadOnlySpan<byte> derOrPem)
    {
        try
        {
            var der = derOrPem is [0x30, ..] ? derOrPem.ToArray() : FromPem(Encoding.ASCII.GetString(derOrPem));
            // FromByteArray refuses trailing bytes, which the library's own CRL parser would pass over in silence.
            return new ParsedRevocationList(new X509Crl(LibraryRefusal.InDer(CertificateList.GetInstance(Asn1Object.FromByteArray(der)), der)));
        }
        catch (Exception exception) when (LibraryRefusal.Is(exception))
        {
            return ErrorCatalogue.RevocationListInvalid.With("The revocation list is not well-formed.");
        }
    }

    private static byte[] FromPem(string pem) => PemEncoding.TryFind(pem, out var fields) && pem.AsSpan()[fields.Label] is "X509 CRL"
        ? Convert.FromBase64String(pem[fields.Base64Data])
        : throw new FormatException("There is no PEM block 'X509 CRL'.");
}

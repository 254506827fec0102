using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Trust;

/// <summary>A certificate revocation list as published. Its signature is verified where it is used, by <see cref="ChainVerifier"/>.</summary>
public sealed class CertificateRevocationList
{
    private CertificateRevocationList(ParsedRevocationList parsed) => Parsed = parsed;

    /// <summary>The encoded list.</summary>
    public ReadOnlyMemory<byte> Encoded => Parsed.Encoded;

    /// <summary>The issuer's distinguished name, written as <see cref="Crypto.Certificate.Issuer"/> writes it.</summary>
    public string Issuer => Parsed.Issuer;

    /// <summary>When it was issued.</summary>
    public DateTimeOffset ThisUpdate => Parsed.ThisUpdate;

    /// <summary>When the next one is due at the latest.</summary>
    public DateTimeOffset? NextUpdate => Parsed.NextUpdate;

    internal ParsedRevocationList Parsed { get; }

    /// <summary>
    /// Whether this authority signed the list and may, it is a complete list, and it asks for nothing that is not understood: for keeping lists
    /// that come over an open wire. Time is not looked at.
    /// </summary>
    public bool IsIssuedBy(Certificate issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return Parsed.IsIssuedBy(issuer);
    }

    /// <summary>Reads one list, DER or PEM (CB3016).</summary>
    public static Outcome<CertificateRevocationList> Parse(ReadOnlySpan<byte> derOrPem) =>
        ParsedRevocationList.Parse(derOrPem).Map(parsed => new CertificateRevocationList(parsed));
}

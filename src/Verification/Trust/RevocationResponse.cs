using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Trust;

/// <summary>
/// An OCSP response (RFC 6960) as it came. Its signature is verified where it is used, by <see cref="ChainVerifier"/>.
/// </summary>
public sealed class RevocationResponse
{
    private RevocationResponse(ParsedRevocationResponse parsed) => Parsed = parsed;

    /// <summary>The encoded response, DER.</summary>
    public ReadOnlyMemory<byte> Encoded => Parsed.Encoded;

    /// <summary>When it was signed.</summary>
    public DateTimeOffset ProducedAt => Parsed.ProducedAt;

    /// <summary>The nonce (RFC 9654) that it repeats; null where it has none. Responses made beforehand never have one.</summary>
    public ReadOnlyMemory<byte>? Nonce => Parsed.Nonce is { } nonce ? (ReadOnlyMemory<byte>?)nonce : null;

    internal ParsedRevocationResponse Parsed { get; }

    /// <summary>
    /// Whether this response may be the answer to a request with that nonce: it repeats it, or has none at all. Where a nonce is a must,
    /// ask <see cref="Nonce"/> as well.
    /// </summary>
    public bool MayAnswer(ReadOnlySpan<byte> nonce) => Parsed.Nonce is not { } repeated || nonce.SequenceEqual(repeated);

    /// <summary>Whether it speaks of this certificate (CertID over SHA-1, SHA-256 or SM3). Nothing is said about its signature.</summary>
    public bool IsAbout(Certificate certificate, Certificate issuer)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        return Parsed.About(certificate, issuer).Any();
    }

    /// <summary>The latest that it says of this certificate; null where it speaks of others alone. Nothing is said about its signature.</summary>
    public RevocationStatement? StatementOf(Certificate certificate, Certificate issuer)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        return Parsed.About(certificate, issuer).MaxBy(line => line.ThisUpdate) is { } latest
            ? new RevocationStatement(
                latest.IsGood ? RevocationStatementStatus.Good : latest.RevokedAt is null ? RevocationStatementStatus.Unknown : RevocationStatementStatus.Revoked,
                latest.ThisUpdate, latest.NextUpdate)
            : null;
    }

    /// <summary>
    /// Reads one response, DER or PEM (<c>OCSP RESPONSE</c>). One that says that the responder could not answer is refused too (CB3044).
    /// </summary>
    public static Outcome<RevocationResponse> Parse(ReadOnlySpan<byte> derOrPem) =>
        ParsedRevocationResponse.Parse(derOrPem).Map(parsed => new RevocationResponse(parsed));
}

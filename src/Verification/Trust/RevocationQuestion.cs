using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Trust;

/// <summary>A question to an OCSP responder (RFC 6960 section 4.1) about one certificate, and whether what came back answers it.</summary>
public sealed class RevocationQuestion
{
    /// <summary>How far a responder's clock may be ahead: an answer dated later would keep out all that are made until then.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly byte[]? nonce;

    private RevocationQuestion(Certificate certificate, Certificate issuer, byte[]? nonce, byte[] encoded)
    {
        (Certificate, Issuer, Encoded) = (certificate, issuer, encoded);
        this.nonce = nonce;
    }

    /// <summary>The certificate that is asked about.</summary>
    public Certificate Certificate { get; }

    /// <summary>The authority that issued it.</summary>
    public Certificate Issuer { get; }

    /// <summary>The request in DER, of the media type <c>application/ocsp-request</c>.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>Asks about one certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">The authority whose key signed it.</param>
    /// <param name="hash">How the issuer is named.</param>
    /// <param name="nonce">1 to 32 random bytes that the answer repeats (RFC 9654); null where none is sent.</param>
    public static RevocationQuestion Of(Certificate certificate, Certificate issuer, CertificateIdHash hash, byte[]? nonce)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        return new(certificate, issuer, nonce, StatusRequest.Encode(certificate, issuer, hash, nonce));
    }

    /// <summary>
    /// Takes what came back, so that only what the authority or its responder signed about this certificate is kept. Whether it is fresh enough,
    /// and what follows from it, is for <see cref="ChainVerifier"/> to say. CB3044, CB3054.
    /// </summary>
    /// <param name="derOrPem">The response as it came.</param>
    /// <param name="known">Lists that say whether a responder that is not exempt was revoked.</param>
    /// <param name="at">The time of the exchange.</param>
    /// <param name="nonceRequired">Whether an answer without the nonce is none: it may have been made before.</param>
    public Outcome<RevocationResponse> Take(ReadOnlySpan<byte> derOrPem, RevocationAnswers known, DateTimeOffset at, bool nonceRequired)
    {
        ArgumentNullException.ThrowIfNull(known);
        var read = RevocationResponse.Parse(derOrPem);
        return read.TryGetValue(out var response) && Fault(response, known, at, nonceRequired) is { } fault ? fault : read;
    }

    private Error? Fault(RevocationResponse response, RevocationAnswers known, DateTimeOffset at, bool nonceRequired)
    {
        if (response.StatementOf(Certificate, Issuer) is not { } statement)
            return ErrorCatalogue.RevocationAnswerOfOther.With($"It says nothing of {Certificate.Subject}, serial {Certificate.SerialNumber}.");
        if (nonce is not null && !response.MayAnswer(nonce))
            return ErrorCatalogue.RevocationAnswerOfOther.With("It repeats the nonce of another question.");
        if (nonceRequired && response.Nonce is null)
            return ErrorCatalogue.RevocationAnswerOfOther.With("It repeats no nonce, and this responder must.");
        if (statement.ThisUpdate - at > ClockSkew)
            return ErrorCatalogue.RevocationResponseInvalid.With($"It is dated {statement.ThisUpdate:u}, after the time of the exchange ({at:u}).");

        var request = new ChainRequest(new TrustList([]), default, default, at, known, new RevocationPolicy(TimeSpan.Zero));
        return ResponderRules.Violation(response.Parsed, Issuer, at,
            responder => ListVerdict.Ask(responder, Issuer, responder.Subject, request).Refusal is null) is { } why
            ? ErrorCatalogue.RevocationResponseInvalid.With($"The response about {Certificate.Subject} is not valid, for {why}.")
            : null;
    }
}

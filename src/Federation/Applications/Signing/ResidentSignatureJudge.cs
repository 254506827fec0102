using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Signing;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Applications.Signing;

/// <summary>Judges what a signing service handed out by the trust list and revocation of this moment.</summary>
internal sealed class ResidentSignatureJudge(IPartnerTrust trust, TimeProvider clock)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>The proof; CB5182, CB5183, or why the certificate is not believed.</summary>
    /// <param name="signing">What was to be signed, and by whom.</param>
    /// <param name="signature">What came.</param>
    /// <param name="jurisdiction">The place of the resident's home.</param>
    /// <param name="cancellationToken">Ends the wait for revocation lists.</param>
    public async Task<Outcome<SigningProof>> JudgeAsync(
        ApplicationSigning signing, ResidentSignature signature, Jurisdiction jurisdiction, CancellationToken cancellationToken)
    {
        // Lists are fetched for what is signed alone.
        if (ResidentSignaturePipeline.Holds(signing.Document, signature))
            await trust.PrepareAsync(signature.Certificates, cancellationToken);
        var material = trust.Current;
        var now = clock.GetUtcNow();
        return ResidentSignaturePipeline.Verify(new ResidentSignatureVerification
        {
            Document = signing.Document,
            Signature = signature,
            Subject = signing.Subject,
            Jurisdiction = jurisdiction,
            TrustList = material.TrustList,
            RevocationAnswers = material.Revocation,
            RevocationPolicy = material.RevocationPolicy,
            Now = now,
            // Its reference is in the document, and was not made before it.
            MaximumAge = now - signing.CreatedAt + Skew,
        }).Map(_ => new SigningProof(signing.Id, signing.Digest, signing.Document, now)
        {
            Signature = signature.Value.ToArray(),
            Certificates = [.. signature.Certificates.Select(certificate => certificate.Der.ToArray())],
            SignedAt = signature.SignedAt,
        });
    }
}

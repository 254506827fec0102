using System.Text;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Signing;

/// <summary>One pure pass over a resident's signature of an application.</summary>
public static class ResidentSignaturePipeline
{
    /// <summary>
    /// Verifies, in this order: that it was made lately (CB5182), the signature over exactly this document (CB5182), the chain to an anchor for residents' signatures of
    /// that place, at the time of signing, revocation included (CB3010 to CB3019, CB3044, CB3045, CB3048, CB3049), and that the certificate
    /// is this resident's (CB5183).
    /// </summary>
    public static Outcome<VerifiedChain> Verify(ResidentSignatureVerification input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var signature = input.Signature;
        if (signature.Certificates.Count == 0)
            return ErrorCatalogue.ResidentSignatureInvalid.With("The signature came without a certificate.");
        if (signature.SignedAt - input.Now > input.ClockSkew || input.Now - signature.SignedAt > input.MaximumAge)
            return ErrorCatalogue.ResidentSignatureInvalid.With("The signature was not made in the time in which it was asked for.");

        if (!Holds(input.Document, signature))
            return ErrorCatalogue.ResidentSignatureInvalid.With($"There is no signature over this document by the key of the certificate ({signature.Certificates[0].PublicKey.Kind}).");

        var party = PartyNames.OfResident(input.Subject);
        return ChainVerifier.Verify(signature.Certificates, new ChainRequest(
                input.TrustList, input.Jurisdiction, TrustPurpose.ResidentSigning, signature.SignedAt, input.RevocationAnswers, input.RevocationPolicy)
            { Party = party })
            .Then<VerifiedChain>(chain => chain.SpeaksFor(party)
                ? chain
                : ErrorCatalogue.SignatureOfAnother.With("The certificate does not name the applicant."));
    }

    /// <summary>
    /// Whether the signature is one over this document by the key of its certificate. Nothing is said of whose it is: it is for whoever fetches
    /// revocation lists for those alone who can show a signature.
    /// </summary>
    /// <param name="document">The document, to the letter.</param>
    /// <param name="signature">The signature.</param>
    public static bool Holds(string document, ResidentSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return signature.Certificates is [var leaf, ..] && AlgorithmFor(leaf.PublicKey.Kind) is { } algorithm
            && leaf.PublicKey.Verify(algorithm, Encoding.UTF8.GetBytes(document), signature.Value.Span);
    }

    /// <summary>The algorithm that a key of that kind signs applications with; null where it signs none.</summary>
    private static SignatureAlgorithm? AlgorithmFor(KeyKind kind) => kind switch
    {
        KeyKind.Rsa => AlgorithmCatalogue.RS256,
        KeyKind.EcP256 => AlgorithmCatalogue.ES256,
        KeyKind.Sm2 => AlgorithmCatalogue.Sm2,
        _ => null,
    };
}

using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>Whether the signer still may. Not knowing counts as no.</summary>
internal sealed class RevocationCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(RevocationCheck),
        "No certificate of the path is revoked, by lists or responses that are up to date.",
        [
            ErrorCatalogue.CertificateRevoked, ErrorCatalogue.RevocationMissing, ErrorCatalogue.RevocationStale, ErrorCatalogue.RevocationListInvalid,
            ErrorCatalogue.RevocationListIncomplete, ErrorCatalogue.RevocationResponseInvalid, ErrorCatalogue.RevocationStatusUnknown,
        ],
        IsGate: true);

    public IEnumerable<Error> Examine(Examination examination)
    {
        var outcome = ChainVerifier.AskRevocation(examination.Path, examination.ChainRequest);
        if (outcome.TryGetValue(out var found))
            examination.Chain = new VerifiedChain(examination.Path, found);
        return outcome.Errors;
    }
}

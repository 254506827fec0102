using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>Who signed: a path to an anchor of the right place and purpose.</summary>
internal sealed class ChainCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(ChainCheck),
        "The signer is certified by an authority of its own jurisdiction, for signing identity assertions.",
        [ErrorCatalogue.ChainUntrusted, ErrorCatalogue.JurisdictionWrong, ErrorCatalogue.PurposeWrong, ErrorCatalogue.CertificateNotInForce, ErrorCatalogue.CertificatePolicyMissing, ErrorCatalogue.PartnerCertificateOther],
        IsGate: true);

    public IEnumerable<Error> Examine(Examination examination)
    {
        var outcome = ChainVerifier.FindPath(examination.Content.Chain, examination.ChainRequest);
        if (outcome.TryGetValue(out var path))
            examination.Path = path;
        return outcome.Errors;
    }
}

using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>The first of all: until it has passed, nothing inside the assertion is read.</summary>
internal sealed class SignatureCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(SignatureCheck),
        "The assertion is signed, with an algorithm agreed with this home provider.",
        [ErrorCatalogue.SignedContentMalformed, ErrorCatalogue.SignedContentTooLarge, ErrorCatalogue.AlgorithmNotAllowed, ErrorCatalogue.SignatureInvalid, ErrorCatalogue.SigningKeyUnknown, ErrorCatalogue.ContentTypeWrong, ErrorCatalogue.KeyMalformed, ErrorCatalogue.CertificateMalformed],
        IsGate: true);

    public IEnumerable<Error> Examine(Examination examination)
    {
        var outcome = SignedContent.Verify(examination.Input.Assertion, AssertionSignature.PolicyFor(examination.Home));
        if (outcome.TryGetValue(out var content))
            examination.Content = content;
        return outcome.Errors;
    }
}

using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>The issuer is the provider that was asked, and the certificate speaks for that issuer: else any signer of a jurisdiction could speak for every other.</summary>
internal sealed class IssuerCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(IssuerCheck),
        "The assertion was issued by the home provider that was asked, and its certificate speaks for it.",
        [ErrorCatalogue.IssuerWrong, ErrorCatalogue.IssuerNotCertified],
        IsGate: false);

    public IEnumerable<Error> Examine(Examination examination)
    {
        if (!string.Equals(examination.Assertion.Issuer, examination.Home.Issuer, StringComparison.Ordinal))
            yield return ErrorCatalogue.IssuerWrong.With($"'{examination.Home.Issuer}' was asked.", "/iss");
        if (!examination.Path.SpeaksFor(examination.Home.Issuer))
            yield return ErrorCatalogue.IssuerNotCertified.With($"The certificate does not name '{examination.Home.Issuer}'.");
    }
}

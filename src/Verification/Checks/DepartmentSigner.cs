using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>Who signed a department's message: a registered key, or a certificate that speaks for that department.</summary>
/// <param name="Chain">Null where a registered key signed.</param>
internal sealed record DepartmentSigner(VerifiedChain? Chain)
{
    /// <summary>
    /// What speaks for a department's receipts speaks for its events: both say what it did with a delivery. Refusals are those of the chain, and
    /// CB3021 where the certificate is another's.
    /// </summary>
    /// <param name="content">The message, its signature verified.</param>
    /// <param name="department">Slug of the department that it must be of.</param>
    /// <param name="request">Whom to believe; the party is set here.</param>
    public static Outcome<DepartmentSigner> Verify(SignedContent content, string department, ChainRequest request)
    {
        if (content.Chain.Count == 0)
            return new DepartmentSigner((VerifiedChain?)null);

        var party = PartyNames.OfDepartment(department);
        return ChainVerifier.Verify(content.Chain, request with { Party = party }).Then(chain => chain.SpeaksFor(party)
            ? (Outcome<DepartmentSigner>)new DepartmentSigner(chain)
            : ErrorCatalogue.IssuerNotCertified.With($"The certificate does not name '{party}'."));
    }
}

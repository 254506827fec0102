using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>By what an assertion is recorded as used.</summary>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Identifier">Its <c>jti</c>.</param>
/// <param name="Expires">Until when it could be taken; the record may go some time after that.</param>
public sealed record AssertionIdentifier(string Issuer, string Identifier, DateTimeOffset Expires)
{
    /// <summary>
    /// Reads the identifier of an assertion whose signature holds; who signed is not yet known.
    /// </summary>
    public static Outcome<AssertionIdentifier> Read(string assertion, HomePolicy home) =>
        SignedContent.Verify(assertion, AssertionSignature.PolicyFor(home))
            .Then(content => IdentityAssertionReader.Read(content.Payload))
            .Then(claimed => string.Equals(claimed.Issuer, home.Issuer, StringComparison.Ordinal)
                ? (Outcome<AssertionIdentifier>)new AssertionIdentifier(claimed.Issuer, claimed.Identifier, claimed.Expires)
                : ErrorCatalogue.IssuerWrong.With($"'{home.Issuer}' was asked.", "/iss"));
}

using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>Reads the payload, now that it is known to come from an authority.</summary>
internal sealed class ClaimsCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(ClaimsCheck),
        "The assertion says all that the profile wants, in its form.",
        [ErrorCatalogue.AssertionMalformed],
        IsGate: true);

    public IEnumerable<Error> Examine(Examination examination)
    {
        var outcome = IdentityAssertionReader.Read(examination.Content.Payload);
        if (outcome.TryGetValue(out var assertion))
            examination.Assertion = assertion;
        return outcome.Errors;
    }
}

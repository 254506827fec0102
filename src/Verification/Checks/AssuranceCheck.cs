using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>The person was identified as surely as the purpose wants.</summary>
internal sealed class AssuranceCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(AssuranceCheck),
        "The person was identified at the level that was asked for, or a higher one.",
        [ErrorCatalogue.AssuranceTooLow, ErrorCatalogue.AssuranceUnknown],
        IsGate: false);

    public IEnumerable<Error> Examine(Examination examination)
    {
        var outcome = examination.Home.LevelOf(examination.Assertion.Assurance);
        if (!outcome.Succeeded)
            return outcome.Errors;

        return outcome.Value < examination.Input.Required
            ? [ErrorCatalogue.AssuranceTooLow.With($"{examination.Input.Required.ToUrn()} is asked for; the assertion says {outcome.Value.ToUrn()}.", "/acr")]
            : [];
    }
}

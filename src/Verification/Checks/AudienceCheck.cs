using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>The assertion is for us alone: one made for several could be carried on by any of them.</summary>
internal sealed class AudienceCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(AudienceCheck),
        "The assertion was made for this hub and for nobody else.",
        [ErrorCatalogue.AudienceWrong],
        IsGate: false);

    public IEnumerable<Error> Examine(Examination examination)
    {
        if (examination.Assertion.Audiences is not [var only] || !string.Equals(only, examination.Home.Audience, StringComparison.Ordinal))
            yield return ErrorCatalogue.AudienceWrong.With($"'{examination.Home.Audience}' alone is wanted.", "/aud");
    }
}

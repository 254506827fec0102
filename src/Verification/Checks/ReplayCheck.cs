using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>An assertion opens one sign-in. The fact comes from the database, where it outlives a restart.</summary>
internal sealed class ReplayCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(ReplayCheck),
        "The assertion was not used before.",
        [ErrorCatalogue.AssertionReplayed],
        IsGate: false);

    public IEnumerable<Error> Examine(Examination examination)
    {
        if (examination.Input.SeenBefore)
            yield return ErrorCatalogue.AssertionReplayed.With("Its issuer and 'jti' were recorded before.", "/jti");
    }
}

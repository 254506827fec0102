using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>The assertion is of now, by the clocks of both sides.</summary>
internal sealed class FreshnessCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(FreshnessCheck),
        "The assertion was made just now and has not expired.",
        [ErrorCatalogue.AssertionExpired, ErrorCatalogue.AssertionNotYetValid],
        IsGate: false);

    public IEnumerable<Error> Examine(Examination examination)
    {
        var (assertion, now, skew) = (examination.Assertion, examination.Now, examination.Home.ClockSkew);
        if (now >= assertion.Expires + skew)
            yield return ErrorCatalogue.AssertionExpired.With("'exp' has passed.", "/exp");
        if (assertion.Expires <= assertion.IssuedAt)
            yield return ErrorCatalogue.AssertionExpired.With("'exp' does not lie after 'iat'.", "/exp");
        if (now - assertion.IssuedAt > examination.Home.MaximumAge + skew)
            yield return ErrorCatalogue.AssertionExpired.With($"It is older than {examination.Home.MaximumAge}.", "/iat");

        var latest = now + skew;
        if (assertion.IssuedAt > latest)
            yield return ErrorCatalogue.AssertionNotYetValid.With("'iat' lies in the future.", "/iat");
        if (assertion.NotBefore > latest)
            yield return ErrorCatalogue.AssertionNotYetValid.With("'nbf' lies in the future.", "/nbf");
        if (assertion.AuthenticatedAt > latest)
            yield return ErrorCatalogue.AssertionNotYetValid.With("'auth_time' lies in the future.", "/auth_time");
    }
}

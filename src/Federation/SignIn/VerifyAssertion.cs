using CrossBorder.Adapters.Homes;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.SignIn;

/// <summary>Gathers the facts that the pipeline judges by; the pipeline itself asks nobody.</summary>
internal sealed class VerifyAssertion(
    IOptions<HomesOptions> homes, ITrustSnapshot trust, IReplayGuard replays, TimeProvider clock, ILogger<VerifyAssertion> logger)
{
    public async Task<Outcome<VerifiedIdentity>> RunAsync(
        string scheme, string assertion, string nonce, AssuranceLevel required, CancellationToken cancellationToken)
    {
        if (homes.Value.Find(scheme) is not { } home)
            return ErrorCatalogue.AdapterUnavailable.With($"{scheme} is not configured.");

        var outcome = await JudgeAsync(home.ToPolicy(), assertion, nonce, required, cancellationToken);
        if (!outcome.Succeeded)
            Log.AssertionRefused(logger, scheme, string.Join(" ", outcome.Errors.Select(error => error.Code)));
        return outcome;
    }

    private async Task<Outcome<VerifiedIdentity>> JudgeAsync(
        HomePolicy policy, string assertion, string nonce, AssuranceLevel required, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var material = trust.Current;
        var verification = new AssertionVerification
        {
            Assertion = assertion,
            Home = policy,
            ExpectedNonce = nonce,
            Required = required,
            TrustList = material.TrustList,
            RevocationAnswers = material.RevocationAnswers,
            RevocationPolicy = material.RevocationPolicy,
            Now = now,
            SeenBefore = false,
        };

        // Used up only once it holds: an assertion that somebody made up must not take the place of one that comes later.
        var verified = VerificationPipeline.Verify(verification);
        if (!verified.Succeeded || !AssertionIdentifier.Read(assertion, policy).TryGetValue(out var identifier))
            return verified;

        // Remembered as long as the assertion could still be taken for fresh.
        var until = Later(identifier.Expires, now + policy.MaximumAge + policy.ClockSkew);
        return await replays.TryUseAsync(identifier.Issuer, identifier.Identifier, until, cancellationToken)
            ? verified
            : VerificationPipeline.Verify(verification with { SeenBefore = true });
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

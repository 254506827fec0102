using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.SignIn;

/// <summary>Gathers the facts that the pipeline judges by; the pipeline itself asks nobody.</summary>
internal sealed class VerifyAssertion(
    IHomes homes, ITrustSnapshot trust, IReplayGuard replays, TrustRecorder recorder, RevocationOnDemand revocation,
    TimeProvider clock, ILogger<VerifyAssertion> logger)
{
    public async Task<Outcome<VerifiedPerson>> RunAsync(
        string scheme, string assertion, string nonce, AssuranceLevel required, CancellationToken cancellationToken)
    {
        if (homes.Find(scheme) is not { } home)
            return ErrorCatalogue.AdapterUnavailable.With($"{scheme} is not configured.");

        var policy = home.ToPolicy();
        var judgement = await JudgeAsync(policy, assertion, nonce, required, cancellationToken);
        var party = new TrustParty(TrustPurpose.AssertionSigning, policy.Jurisdiction, policy.Issuer);
        var use = await recorder.JudgedAsync(party, judgement, cancellationToken);
        var outcome = judgement.Outcome;
        if (!outcome.Succeeded)
            Log.AssertionRefused(logger, scheme, string.Join(" ", outcome.Errors.Select(error => error.Code)));
        return outcome.Map(person => new VerifiedPerson(person, use));
    }

    private async Task<Judgement<VerifiedIdentity>> JudgeAsync(
        HomePolicy policy, string assertion, string nonce, AssuranceLevel required, CancellationToken cancellationToken)
    {
        // Used up only once it holds: an assertion that somebody made up must not take the place of one that comes later.
        var verified = await revocation.JudgeAsync(() => VerificationPipeline.Judge(Facts(policy, assertion, nonce, required)), cancellationToken);
        if (!verified.Outcome.Succeeded || !AssertionIdentifier.Read(assertion, policy).TryGetValue(out var identifier))
            return verified;

        // Remembered as long as the assertion could still be taken for fresh.
        var until = Later(identifier.Expires, clock.GetUtcNow() + policy.MaximumAge + policy.ClockSkew);
        return await replays.TryUseAsync(identifier.Issuer, identifier.Identifier, until, cancellationToken)
            ? verified
            : VerificationPipeline.Judge(Facts(policy, assertion, nonce, required) with { SeenBefore = true });
    }

    private AssertionVerification Facts(HomePolicy policy, string assertion, string nonce, AssuranceLevel required)
    {
        var material = trust.Current;
        return new AssertionVerification
        {
            Assertion = assertion,
            Home = policy,
            ExpectedNonce = nonce,
            Required = required,
            TrustList = material.TrustList,
            RevocationAnswers = material.RevocationAnswers,
            RevocationPolicy = material.RevocationPolicy,
            Now = clock.GetUtcNow(),
            SeenBefore = false,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

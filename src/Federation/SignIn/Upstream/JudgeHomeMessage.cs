using CrossBorder.Adapters.Homes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.SignIn.Upstream;

/// <summary>
/// Whether a home said this. One signed with a certificate is judged by the trust list for that home's assertions; one without, by the keys that
/// the home publishes, as its id tokens are (Back-Channel Logout 1.0 section 2.6).
/// </summary>
internal sealed class JudgeHomeMessage(
    ITrustSnapshot trust, RevocationOnDemand revocation, TrustRecorder recorder, ITrustRecords records, IHomeKeys keys, KeyRefreshes refreshes, TimeProvider clock)
{
    private const int Longest = 16 * 1024;

    public async Task<Outcome<HomeMessage>> RunAsync(HomeOptions home, string compact, HomeMessageKind kind, CancellationToken cancellationToken)
    {
        var signed = await VerifyAsync(home, compact, kind, cancellationToken);
        return signed.Then(content => HomeMessageReader.Read(content.Payload, kind, home, clock.GetUtcNow()));
    }

    private async Task<Outcome<SignedContent>> VerifyAsync(HomeOptions home, string compact, HomeMessageKind kind, CancellationToken cancellationToken)
    {
        var policy = new SignedContentPolicy { Type = kind.Type, Algorithms = [.. home.AssertionAlgorithms], MaximumLength = Longest };
        var certified = SignedContent.Verify(compact, policy);
        if (certified.Succeeded)
            return await ChainAsync(home, policy, compact, cancellationToken);
        // Certificates that do not hold are no reason to try published keys: only a message without any is judged by those.
        if (certified.Error.Code != ErrorCatalogue.SigningKeyUnknown.Code)
            return certified;

        var signed = await ByPublishedKeyAsync(home, policy, compact, cancellationToken);
        if (signed.Succeeded)
            return signed;
        // It may have changed its key since they were fetched; or somebody made the message up, and is not to have the home asked at will.
        if (!refreshes.TryTake(home.Scheme))
            return signed;
        keys.Forget(home.Scheme);
        return await ByPublishedKeyAsync(home, policy, compact, cancellationToken);
    }

    private async Task<Outcome<SignedContent>> ByPublishedKeyAsync(HomeOptions home, SignedContentPolicy policy, string compact, CancellationToken cancellationToken) =>
        (await keys.FindAsync(home.Scheme, cancellationToken)).Then(known => SignedContent.Verify(compact, policy with { RegisteredKeys = known }));

    private async Task<Outcome<SignedContent>> ChainAsync(HomeOptions home, SignedContentPolicy policy, string compact, CancellationToken cancellationToken)
    {
        var judgement = await revocation.JudgeAsync(() => Judge(home, policy, compact), cancellationToken);
        var party = new TrustParty(TrustPurpose.AssertionSigning, new Jurisdiction(home.Jurisdiction), home.Authority);
        // Stored with what the message does.
        if (await recorder.JudgedAsync(party, judgement, cancellationToken) is { } use)
            records.Add(use, TrustReference.None);
        return judgement.Outcome;
    }

    private Judgement<SignedContent> Judge(HomeOptions home, SignedContentPolicy policy, string compact)
    {
        var content = SignedContent.Verify(compact, policy).Value;
        var material = trust.Current;
        var found = ChainVerifier.Verify(content.Chain, new ChainRequest(
            material.TrustList, new Jurisdiction(home.Jurisdiction), TrustPurpose.AssertionSigning, clock.GetUtcNow(),
            material.RevocationAnswers, material.RevocationPolicy) { Party = home.Authority });
        var outcome = found.Then(chain => chain.SpeaksFor(home.Authority)
            ? (Outcome<SignedContent>)content
            : ErrorCatalogue.IssuerNotCertified.With("The certificate does not name this home."));
        return new Judgement<SignedContent>(outcome, content, found.TryGetValue(out var path) ? path : null);
    }
}

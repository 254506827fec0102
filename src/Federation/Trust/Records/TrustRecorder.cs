using System.Collections.Concurrent;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Records;

/// <summary>
/// Tells the records what was judged. Certificates and counts of refusals are stored at once, on their own; an acceptance is handed back, to be
/// stored with what it leads to.
/// </summary>
internal sealed class TrustRecorder(IServiceScopeFactory scopes, IOptions<TrustRecordOptions> options, TimeProvider clock)
{
    private const int LongestHeader = 255;

    // Far less than a path rests unused before it is removed, so that what is stored in the meantime finds it there.
    private const int MostKnown = 10_000;
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> known = new(StringComparer.Ordinal);

    /// <summary>Null where it was refused, or rests on no certificate.</summary>
    public async Task<TrustUse?> JudgedAsync<T>(TrustParty party, Judgement<T> judgement, CancellationToken cancellationToken)
    {
        if (!judgement.Outcome.Succeeded)
        {
            await RefusedAsync(party, judgement, cancellationToken);
            return null;
        }

        return judgement is { Content: { } content, Chain: { } chain } ? await AcceptedAsync(party, content, chain, cancellationToken) : null;
    }

    private async Task<TrustUse> AcceptedAsync(TrustParty party, SignedContent content, VerifiedChain chain, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var path = TrustPath.Of(party, content.Chain, chain, now);
        if (!known.TryGetValue(path.Id, out var kept) || now - kept > KnownFor || now < kept)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ITrustRecords>()
                .KeepAsync(path, [.. content.Chain, .. chain.Path, chain.Anchor.Certificate], cancellationToken);
            Remember(path.Id, now);
        }

        return new TrustUse(path.Id, now, party.Purpose, party.Name, content.Algorithm.Name, Short(content.KeyId), Short(content.Type)!);
    }

    private async Task RefusedAsync<T>(TrustParty party, Judgement<T> judgement, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // A chain is told only of a message whose signature holds: any certificate can be attached to one whose does not.
        var presented = judgement.Content?.Chain is { Count: > 0 and <= TrustPath.Longest } chain ? chain : null;
        // Without the chain, even where one held: what was refused for its content is no acceptance of its certificate.
        var path = presented is null ? null : TrustPath.Of(party, presented, chain: null, now);
        await using var scope = scopes.CreateAsyncScope();
        var records = scope.ServiceProvider.GetRequiredService<ITrustRecords>();
        foreach (var code in judgement.Outcome.Errors.Select(error => error.Code).Distinct(StringComparer.Ordinal))
        {
            var refusal = new TrustRefusal { Hour = Hours.Of(now), Purpose = party.Purpose, Party = party.Name, Path = path?.Id ?? "", Code = code };
            if (await records.CountAsync(refusal, options.Value.RefusalsTold, cancellationToken) && path is not null)
                await records.KeepAsync(path, presented!, cancellationToken);
        }
    }

    // One path for each partner and certificate: where there are more, somebody makes them up.
    private void Remember(string path, DateTimeOffset now)
    {
        if (known.Count >= MostKnown)
            known.Clear();
        known[path] = now;
    }

    private static string? Short(string? header) => header?.Length > LongestHeader ? header[..LongestHeader] : header;
}

using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>How each configured revocation list stands.</summary>
internal sealed class RevocationView(IRevocationLists lists, IOptions<TrustOptions> options)
{
    public async Task<IReadOnlyList<RevocationStanding>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = (await lists.AllAsync(cancellationToken)).ToDictionary(row => row.Name, StringComparer.Ordinal);
        var fetches = (await lists.FetchesAsync(cancellationToken)).ToDictionary(row => row.Name, StringComparer.Ordinal);
        return [.. options.Value.RevocationLists.Select(entry =>
        {
            var (row, fetch) = (rows.GetValueOrDefault(entry.Name), fetches.GetValueOrDefault(entry.Name));
            return new RevocationStanding(
                entry.Name, entry.Address, row?.ThisUpdate, row?.NextUpdate, row?.FetchedAt, fetch?.TriedAt, fetch?.Failures ?? 0, fetch?.FaultCode, fetch?.FaultDetail);
        })];
    }
}

/// <summary>One list: what is known of it, and how fetching it went.</summary>
internal sealed record RevocationStanding(
    string Name, string Address, DateTimeOffset? ThisUpdate, DateTimeOffset? NextUpdate, DateTimeOffset? FetchedAt,
    DateTimeOffset? TriedAt, int Failures, string? FaultCode, string? FaultDetail);

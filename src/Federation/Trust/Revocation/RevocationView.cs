using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>How each configured revocation list and responder stands.</summary>
internal sealed class RevocationView(IRevocationLists lists, RevocationResponders responders, RevocationListSources sources, IOptions<TrustOptions> options, TimeProvider clock)
{
    public async Task<IReadOnlyList<RevocationStanding>> AllAsync(CancellationToken cancellationToken)
    {
        // A certificate that ended is asked about no more.
        var now = clock.GetUtcNow();
        var rows = (await lists.AllAsync(cancellationToken)).ToDictionary(row => row.Name, StringComparer.Ordinal);
        var told = (await responders.KnownAsync(cancellationToken)).ToLookup(known => known.Mark.Responder, StringComparer.Ordinal);
        var fetches = (await lists.FetchesAsync(cancellationToken)).ToDictionary(row => row.Name, StringComparer.Ordinal);
        return
        [
            .. sources.All.Select(entry => Of(entry, rows.GetValueOrDefault(entry.Name), fetches.GetValueOrDefault(entry.Name))),
            .. options.Value.Responders.Select(entry => Of(entry, [.. told[entry.Name].Select(Answer).Where(answer => answer.Ends > now)], fetches.GetValueOrDefault(entry.Name))),
        ];
    }

    private static RevocationStanding Of(RevocationListOptions entry, RevocationListRow? row, RevocationFetch? fetch) => new(
        RevocationSourceKind.List, entry.Name, entry.Address, row?.ThisUpdate, row?.NextUpdate, row?.FetchedAt,
        fetch?.TriedAt, fetch?.Failures ?? 0, fetch?.FaultCode, fetch?.FaultDetail);

    /// <summary>A responder is as old as the oldest of its answers, and due when the first of them is.</summary>
    private static RevocationStanding Of(ResponderOptions entry, IReadOnlyList<ResponderAnswer> answers, RevocationFetch? fetch) => new(
        RevocationSourceKind.Responder, entry.Name, entry.Address, answers.Min(answer => (DateTimeOffset?)answer.ThisUpdate),
        answers.Min(answer => answer.NextUpdate), answers.Min(answer => (DateTimeOffset?)answer.FetchedAt),
        fetch?.TriedAt, fetch?.Failures ?? 0, fetch?.FaultCode, fetch?.FaultDetail)
    {
        Answers = answers,
    };

    private static ResponderAnswer Answer(KnownResponse known)
    {
        var certificate = known.Link.Certificate;
        var statement = known.Response.StatementOf(certificate, known.Link.Issuer)!;
        return new(certificate.Subject, known.Mark.Fingerprint, certificate.NotAfter, statement.Status, statement.ThisUpdate, statement.NextUpdate, known.Mark.FetchedAt);
    }
}

internal enum RevocationSourceKind
{
    List,
    Responder,
}

/// <summary>One list or responder: what is known of it, and how fetching went.</summary>
internal sealed record RevocationStanding(
    RevocationSourceKind Kind, string Name, string Address, DateTimeOffset? ThisUpdate, DateTimeOffset? NextUpdate, DateTimeOffset? FetchedAt,
    DateTimeOffset? TriedAt, int Failures, string? FaultCode, string? FaultDetail)
{
    /// <summary>By a responder, about each certificate that it was asked about.</summary>
    public IReadOnlyList<ResponderAnswer> Answers { get; init; } = [];
}

/// <summary>The last that a responder said of one certificate.</summary>
/// <param name="Ends">When the certificate itself ends.</param>
internal sealed record ResponderAnswer(
    string Subject, string Fingerprint, DateTimeOffset Ends, RevocationStatementStatus Status, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate, DateTimeOffset FetchedAt);

using System.Globalization;
using System.Runtime.CompilerServices;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>The handful of paths through a certificate is read; everything that rests on them is counted, or read, where it lies.</summary>
internal sealed class BlastRadiusStore(HubDbContext context, ITrustUsage usage) : IBlastRadius
{
    private static readonly TimeSpan Latest = TimeSpan.FromDays(7);

    public async Task<BlastRadius> OfAsync(string fingerprint, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var paths = await PathsAsync(fingerprint, cancellationToken);
        var rows = new PathRows(context, paths.ConvertAll(path => path.Id), now);
        var week = now - Latest;
        return new BlastRadius(
            [.. paths.Select(path => path.Party).Distinct().Order(StringComparer.Ordinal)],
            await rows.SignIns.CountAsync(cancellationToken),
            await rows.SignIns.CountAsync(record => record.At >= week, cancellationToken),
            await rows.Links.CountAsync(cancellationToken),
            await rows.Sessions.CountAsync(cancellationToken),
            await rows.Tokens.CountAsync(cancellationToken),
            await rows.Applications.CountAsync(cancellationToken),
            await rows.Deliveries.CountAsync(cancellationToken),
            await rows.Receipts.CountAsync(cancellationToken),
            await rows.Events.CountAsync(cancellationToken));
    }

    public async Task<KeyRadius> OfKeyAsync(HubKeyLife key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = new KeyRows(context, key, now);
        return new KeyRadius(
            await rows.Tokens.CountAsync(cancellationToken),
            await rows.Envelopes.CountAsync(cancellationToken),
            await rows.Envelopes.CountAsync(delivery => delivery.Status == DeliveryStatus.Queued || delivery.Status == DeliveryStatus.Sent, cancellationToken),
            await rows.Attestations.CountAsync(cancellationToken),
            await rows.Checkpoints.CountAsync(cancellationToken));
    }

    public async IAsyncEnumerable<RestingItem> ListAsync(
        RestingSubject subject, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lists = subject.Key is { } key
            ? Lists(new KeyRows(context, key, now))
            : Lists(new PathRows(context, (await PathsAsync(subject.Fingerprint!, cancellationToken)).ConvertAll(path => path.Id), now));
        foreach (var list in lists)
            await foreach (var item in list.AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return item;
    }

    private async Task<List<TrustPath>> PathsAsync(string fingerprint, CancellationToken cancellationToken) =>
        [.. (await usage.PathsAsync(fingerprint, cancellationToken)).Where(path => path.LeadsThrough(fingerprint))];

    // What is chosen here leaves the hub: ids alone, and of a case its number.
    private static IEnumerable<IQueryable<RestingItem>> Lists(PathRows rows) =>
    [
        rows.SignIns.Select(record => new RestingItem(RestingKind.SignIn, record.Id.ToString("N"), record.ClientId ?? "", record.At)),
        rows.Links.Select(link => new RestingItem(RestingKind.AccountLink, link.Id, link.Home, link.CreatedAt)),
        rows.Sessions.Select(session => new RestingItem(RestingKind.Session, session.Id, session.Home, session.CreatedAt)),
        rows.Tokens.Select(token => new RestingItem(RestingKind.Token, token.Id!, token.Application!.ClientId ?? "", At(token.CreationDate))),
        rows.Applications.Select(application => new RestingItem(RestingKind.Application, application.CaseNumber, application.ClientId ?? "", application.SubmittedAt)),
        rows.Deliveries.Select(delivery => new RestingItem(RestingKind.Delivery, delivery.Id, delivery.Department, delivery.SignedAt)),
        rows.Receipts.Select(delivery => new RestingItem(RestingKind.Receipt, delivery.Id, delivery.Department, delivery.Receipt!.ReceivedAt)),
        // A department's own id of an event may be anything.
        rows.Events.Select(told => new RestingItem(RestingKind.Event, $"{told.DeliveryId}/{told.Sequence}", told.Department, told.At)),
    ];

    private static IEnumerable<IQueryable<RestingItem>> Lists(KeyRows rows) =>
    [
        rows.Tokens.Select(token => new RestingItem(RestingKind.Token, token.Id!, token.Application!.ClientId ?? "", At(token.CreationDate))),
        rows.Envelopes.Select(delivery => new RestingItem(RestingKind.Envelope, delivery.Id, delivery.Department, delivery.SignedAt)),
        rows.Attestations.Select(attestation => new RestingItem(RestingKind.Attestation, attestation.Id, attestation.ClientId, attestation.IssuedAt)),
        rows.Checkpoints.Select(checkpoint => new RestingItem(RestingKind.Checkpoint, checkpoint.Size.ToString(CultureInfo.InvariantCulture), "", checkpoint.At)),
    ];

    // OpenIddict keeps its times as UTC without saying so.
    private static DateTimeOffset? At(DateTime? moment) => moment is { } known ? new DateTimeOffset(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;
}

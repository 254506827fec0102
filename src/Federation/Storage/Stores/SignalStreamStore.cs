using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Signals;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class SignalStreamStore(HubDbContext context, TimeProvider clock) : ISignalStreams
{
    public Task<SignalStream?> FindAsync(string clientId, string? streamId, CancellationToken cancellationToken) =>
        context.Set<SignalStream>().FirstOrDefaultAsync(row => row.Id == streamId && row.ClientId == clientId, cancellationToken);

    public async Task<IReadOnlyList<SignalStream>> ListAsync(string clientId, CancellationToken cancellationToken) =>
        await context.Set<SignalStream>().AsNoTracking().Where(row => row.ClientId == clientId).ToListAsync(cancellationToken);

    public Task<bool> AddAsync(SignalStream stream, CancellationToken cancellationToken)
    {
        context.Add(stream);
        return context.TrySaveAsync(cancellationToken);
    }

    public async Task<bool> ChangedAsync(SignalStream stream, DateTimeOffset now, CancellationToken cancellationToken)
    {
        stream.Version++;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await context.TrySaveAsync(cancellationToken))
            return false;

        var waiting = context.Set<SignalNotice>().Where(row => row.StreamId == stream.Id && row.Status == NoticeStatus.Waiting);
        if (stream.Status == StreamStatus.Disabled)
            await waiting.ExecuteDeleteAsync(cancellationToken);
        else if (stream is { IsPush: true, Status: StreamStatus.Enabled })
            await waiting.ExecuteUpdateAsync(update => update.SetProperty(row => row.DueAt, now), cancellationToken);
        else
            await waiting.ExecuteUpdateAsync(update => update.SetProperty(row => row.DueAt, row => row.GiveUpAt), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<string>> HeldBackAsync(int most, CancellationToken cancellationToken)
    {
        var heldBack = HeldBack();
        return await Posting().Where(stream => heldBack.Any(row => row.StreamId == stream.Id))
            .OrderBy(stream => stream.Id).Take(most).Select(stream => stream.Id).ToListAsync(cancellationToken);
    }

    public Task ReleaseAsync(string streamId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Paused again by now, it holds them back for good reason.
        var posting = Posting();
        return HeldBack().Where(row => row.StreamId == streamId && posting.Any(stream => stream.Id == row.StreamId))
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.DueAt, now), cancellationToken);
    }

    public async Task RemoveAsync(SignalStream stream, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Set<SignalStream>().Where(row => row.Id == stream.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<SignalNotice>().Where(row => row.StreamId == stream.Id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task<bool> KnowsAsync(string clientId, string subject, CancellationToken cancellationToken) =>
        context.PairwiseSubjects.AnyAsync(row => row.ClientId == clientId && row.Subject == subject, cancellationToken);

    public async Task SilenceAsync(string streamId, string subject, CancellationToken cancellationToken)
    {
        if (await context.Set<SilencedSubject>().AnyAsync(row => row.StreamId == streamId && row.Subject == subject, cancellationToken))
            return;

        context.Add(new SilencedSubject { StreamId = streamId, Subject = subject });
        await context.TrySaveAsync(cancellationToken);
    }

    public Task HearAsync(string streamId, string subject, CancellationToken cancellationToken) => context.Set<SilencedSubject>()
        .Where(row => row.StreamId == streamId && row.Subject == subject).ExecuteDeleteAsync(cancellationToken);

    public Task<bool> TellAsync(SignalStream stream, SignalNotice notice, CancellationToken cancellationToken)
    {
        stream.Version++;
        context.Add(notice);
        return context.TrySaveAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<SignalNotice>> WaitingAsync(string streamId, int most, CancellationToken cancellationToken) =>
        await Waiting(streamId).AsNoTracking().OrderBy(row => row.At).ThenBy(row => row.Id).Take(most).ToListAsync(cancellationToken);

    public async Task SettleAsync(
        string streamId, IReadOnlyCollection<string> taken, IReadOnlyCollection<string> refused, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (taken.Count > 0)
            await Waiting(streamId).Where(row => taken.Contains(row.Id)).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.Status, NoticeStatus.Confirmed).SetProperty(row => row.SettledAt, now), cancellationToken);
        if (refused.Count > 0)
            await Waiting(streamId).Where(row => refused.Contains(row.Id)).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.Status, NoticeStatus.GivenUp).SetProperty(row => row.SettledAt, now)
                    .SetProperty(row => row.LastFault, ErrorCatalogue.EventPushRefused.Code), cancellationToken);
    }

    private IQueryable<SignalStream> Posting() =>
        context.Set<SignalStream>().Where(stream => stream.Status == StreamStatus.Enabled && stream.EndpointUrl != null);

    // What was tried once has times of its own, the last of which may be the same.
    private IQueryable<SignalNotice> HeldBack() =>
        context.Set<SignalNotice>().Where(row => row.Status == NoticeStatus.Waiting && row.Attempts == 0 && row.DueAt == row.GiveUpAt);

    private IQueryable<SignalNotice> Waiting(string streamId) =>
        context.Set<SignalNotice>().Where(row => row.StreamId == streamId && row.Status == NoticeStatus.Waiting);
}

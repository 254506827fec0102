using CrossBorder.Federation.Signals;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>Writes down who is to hear of an event; saved with whatever it tells of.</summary>
internal static class SignalRows
{
    /// <summary>Adds the events to the current unit of work, for those who have a stream that wants them. A hub whose clients want none writes none.</summary>
    public static async Task AddSignalsAsync(
        this HubDbContext context, IReadOnlyCollection<SignalFact> facts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (facts.Count == 0)
            return;

        var clients = facts.Select(fact => fact.ClientId).Distinct().ToList();
        var streams = await context.Set<SignalStream>().AsNoTracking()
            .Where(stream => clients.Contains(stream.ClientId) && stream.Status != StreamStatus.Disabled).ToListAsync(cancellationToken);
        if (streams.Count == 0)
            return;

        var ids = streams.Select(stream => stream.Id).ToList();
        var subjects = facts.Select(fact => fact.Subject).Distinct().ToList();
        var silenced = (await context.Set<SilencedSubject>().AsNoTracking()
                .Where(row => ids.Contains(row.StreamId) && subjects.Contains(row.Subject)).ToListAsync(cancellationToken))
            .Select(row => (row.StreamId, row.Subject)).ToHashSet();
        var giveUp = now + SignalNotice.Kept;
        context.AddRange(
            from fact in facts
            from stream in streams
            where stream.ClientId == fact.ClientId && stream.Delivered.Contains(fact.Type) && !silenced.Contains((stream.Id, fact.Subject))
            select new SignalNotice
            {
                Id = Guid.CreateVersion7(now).ToString("N"),
                StreamId = stream.Id,
                ClientId = fact.ClientId,
                Type = fact.Type,
                Subject = fact.Subject,
                Sid = fact.Sid,
                Content = fact.Content.ToJsonString(),
                At = now,
                DueAt = stream.DueFor(now, giveUp),
                GiveUpAt = giveUp,
            });
    }
}

using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>Moves a clock with its delivery, within the transaction of whoever moves that.</summary>
internal sealed class ClockMoves(HubDbContext context, StatutoryTerms terms, ClockMetrics metrics)
{
    private readonly HubQueries queries = HubQueries.Of(context);

    /// <summary>The delivery, and a successor where there is one, are stored in this state. Null where that was no decision. The caller saves.</summary>
    public async Task<DeliveryClock?> FollowAsync(string deliveryId, DeliveryState state, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // A notice of withdrawal has no clock.
        if (await queries.Clock(context, deliveryId, cancellationToken) is not { } clock)
            return null;
        var hasSuccessor = state.Status == DeliveryStatus.Forwarded
            && await context.Set<Delivery>().AnyAsync(row => row.ForwardedFrom == deliveryId, cancellationToken);
        return Follow(clock, new(state.Status, state.Told, hasSuccessor), at);
    }

    /// <summary>The same for a clock that the caller has read, tracked.</summary>
    public DeliveryClock? Follow(DeliveryClock clock, DeliveryStanding standing, DateTimeOffset at) =>
        clock.Follow(standing, WorkingCalendar.DayOf(at), terms.CalendarOf(clock.Department)) ? clock : null;

    /// <summary>The resident took the case back: nobody has to decide what is still open.</summary>
    public Task EndAsync(string applicationId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var today = WorkingCalendar.DayOf(at);
        return context.Set<DeliveryClock>().Where(row => row.ApplicationId == applicationId && row.EndedOn == null)
            .ExecuteUpdateAsync(row => row
                .SetProperty(changed => changed.EndedOn, today)
                .SetProperty(changed => changed.StoppedOn, (DateOnly?)null)
                .SetProperty(changed => changed.LooksOn, (DateOnly?)null), cancellationToken);
    }

    /// <summary>Counts a decision, once it is stored.</summary>
    public void Count(DeliveryClock? decided)
    {
        if (decided is not null)
            metrics.Decided(decided.Department, decided.EndedOn <= decided.DecideBy);
    }
}

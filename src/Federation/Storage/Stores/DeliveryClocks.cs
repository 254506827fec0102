using System.Globalization;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Audit;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class DeliveryClocks(HubDbContext context, CaseMoves cases, StatutoryTerms terms, IAuditLog audit) : IDeliveryClocks
{
    public async Task<IReadOnlyList<string>> DueAsync(DateOnly today, int most, CancellationToken cancellationToken) =>
        await context.Set<DeliveryClock>().Where(clock => clock.LooksOn <= today)
            .OrderBy(clock => clock.LooksOn).Take(most).Select(clock => clock.DeliveryId).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> TellAsync(string deliveryId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var applicationId = await context.Set<DeliveryClock>().Where(row => row.DeliveryId == deliveryId)
            .Select(row => row.ApplicationId).SingleAsync(cancellationToken);
        await cases.TakeAsync(applicationId, cancellationToken);
        // Read behind the case's row: what another node or the department itself has done meanwhile is seen.
        var clock = await context.Set<DeliveryClock>().SingleAsync(row => row.DeliveryId == deliveryId, cancellationToken);
        var said = clock.Look(WorkingCalendar.DayOf(now), terms.CalendarOf(clock.Department));
        foreach (var what in said)
            Tell(clock, what, now);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return said;
    }

    public async Task<IReadOnlyList<OverdueDecisions>> OverdueAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var overdue = await context.Set<DeliveryClock>()
            .Where(clock => clock.EndedOn == null && clock.StoppedOn == null && clock.DecideBy < today)
            .GroupBy(clock => clock.Department)
            .Select(group => new { group.Key, Count = group.Count(), Oldest = group.Min(clock => clock.DecideBy) }).ToListAsync(cancellationToken);
        return [.. overdue.OrderBy(department => department.Key, StringComparer.Ordinal)
            .Select(department => new OverdueDecisions(department.Key, department.Count, department.Oldest))];
    }

    public async Task<IReadOnlyList<DepartmentPunctuality>> PunctualityAsync(DateOnly today, DateOnly since, CancellationToken cancellationToken)
    {
        var open = await context.Set<DeliveryClock>().Where(clock => clock.EndedOn == null).GroupBy(clock => clock.Department)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Stopped = group.Count(clock => clock.StoppedOn != null),
                Unanswered = group.Count(clock => clock.AnsweredOn == null && clock.AnswerBy < today),
            }).ToDictionaryAsync(department => department.Key, cancellationToken);
        var overdue = (await OverdueAsync(today, cancellationToken)).ToDictionary(department => department.Department, StringComparer.Ordinal);
        var decided = await context.Set<DeliveryClock>().Where(clock => clock.Decided && clock.EndedOn >= since).GroupBy(clock => clock.Department)
            .Select(group => new { group.Key, Count = group.Count(), OnTime = group.Count(clock => clock.EndedOn <= clock.DecideBy) })
            .ToDictionaryAsync(department => department.Key, cancellationToken);

        return [.. open.Keys.Union(decided.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(department =>
        {
            var (isOpen, late, done) = (open.GetValueOrDefault(department), overdue.GetValueOrDefault(department), decided.GetValueOrDefault(department));
            return new DepartmentPunctuality(
                department, isOpen?.Count ?? 0, isOpen?.Stopped ?? 0, isOpen?.Unanswered ?? 0, late?.Count ?? 0, late?.Oldest, done?.Count ?? 0, done?.OnTime ?? 0);
        })];
    }

    private void Tell(DeliveryClock clock, string what, DateTimeOffset now)
    {
        var by = (what == CaseEvents.AnswerOverdue ? clock.AnswerBy : clock.DecideBy).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        context.Add(new CaseEvent { ApplicationId = clock.ApplicationId, At = now, Hop = clock.Department, Event = what, Reason = by });
        audit.Record("delivery." + what, AuditActors.Hub, clock.ApplicationId, new Dictionary<string, string>
        {
            ["delivery"] = clock.DeliveryId,
            ["department"] = clock.Department,
            ["by"] = by,
        });
    }
}

using System.Data.Common;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Archive;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage.Grouped;
using CrossBorder.Federation.Storage.Prepared;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ApplicationStore(
    HubDbContext context, CaseMoves cases, ClockMoves clocks, IAuditLog audit, GroupedWrites writes, ICaseArchive archive, TimeProvider clock)
    : IApplicationStore
{
    private readonly HubQueries queries = HubQueries.Of(context);

    public Task<IdempotencyKey?> FindKeyAsync(string id, CancellationToken cancellationToken) =>
        queries.Key(context, id, cancellationToken);

    public async Task<bool> AddAsync(Application application, IdempotencyKey key, CancellationToken cancellationToken)
    {
        // Sealed here and not by the writer, whom others wait for.
        var rows = RowsOf(application, key);
        try
        {
            return await writes.WriteAsync(application.Id, services => Task.FromResult(Stage(services, rows)), cancellationToken);
        }
        catch (DbException)
        {
            // The same attempt at the same moment, or another one with the same signature: whoever came first is stored. Or an upload that nobody
            // had named was swept since it was looked at.
            if (await FindKeyAsync(key.Id, cancellationToken) is null && !await IsUsedAsync(application.SigningId, cancellationToken)
                && !await MaterialStore.AreGoneAsync(context, application.Uploads, cancellationToken))
                throw;
            return false;
        }
    }

    public async Task<Application?> FindAsync(string residentId, string caseNumber, CancellationToken cancellationToken) =>
        await FindAnyAsync(caseNumber, cancellationToken) is { } application && application.ResidentId == residentId ? application : null;

    public async Task<Application?> FindAnyAsync(string caseNumber, CancellationToken cancellationToken) =>
        await Whole().FirstOrDefaultAsync(application => application.CaseNumber == caseNumber, cancellationToken)
        ?? await archive.FindAsync(caseNumber, cancellationToken);

    public async Task<Application?> FindByIdAsync(string id, CancellationToken cancellationToken) =>
        await Whole().FirstOrDefaultAsync(application => application.Id == id, cancellationToken)
        ?? await archive.FindByIdAsync(id, cancellationToken);

    public async Task<IReadOnlyList<Application>> ListAsync(string residentId, CancellationToken cancellationToken)
    {
        var open = await Whole().Where(application => application.ResidentId == residentId).ToListAsync(cancellationToken);
        return [.. open.Concat(await archive.ListAsync(residentId, cancellationToken)).OrderByDescending(application => application.SubmittedAt)];
    }

    public async Task<bool> WithdrawAsync(
        Application application, IReadOnlyList<Delivery> notices, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var taken = await context.Set<Application>()
            .Where(row => row.Id == application.Id && row.Revision == application.Revision)
            .ExecuteUpdateAsync(row => row
                .SetProperty(changed => changed.Revision, changed => changed.Revision + 1)
                .SetProperty(changed => changed.Status, ApplicationStatus.Withdrawn), cancellationToken);
        if (taken == 0)
            return false;

        await context.Set<Delivery>()
            .Where(delivery => delivery.ApplicationId == application.Id && delivery.Kind != DeliveryKind.Withdrawal
                && delivery.Status != DeliveryStatus.Rejected)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Status, DeliveryStatus.Withdrawn), cancellationToken);
        await clocks.EndAsync(application.Id, at, cancellationToken);
        context.AddRange(notices);
        context.Add(new CaseEvent { ApplicationId = application.Id, At = at, Hop = CaseEvents.Hub, Event = CaseEvents.Withdrawn });
        await cases.TellAsync(
            application.ClientId, application.ResidentId, application.CaseNumber, ApplicationStatus.Withdrawn, at, cancellationToken);
        audit.Record("application.withdrawn", AuditActors.Resident, application.Id, new Dictionary<string, string>
        {
            ["case"] = application.CaseNumber,
            ["notices"] = string.Join(' ', notices.Select(notice => notice.Id)),
        });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static bool Stage(IServiceProvider services, IEnumerable<ReadyStatement> rows)
    {
        services.GetRequiredService<StagedStatements>().AddRange(rows);
        return true;
    }

    private List<ReadyStatement> RowsOf(Application application, IdempotencyKey key)
    {
        var details = new Dictionary<string, string>
        {
            ["case"] = application.CaseNumber,
            ["entry"] = application.EntryCode,
            ["deliveries"] = string.Join(' ', application.Deliveries.Select(delivery => delivery.Id)),
        };
        if (application.MandateId is { } mandate)
            details["mandate"] = mandate;
        var submitted = AuditLog.EntryOf(clock.GetUtcNow(), "application.submitted", AuditActors.Resident, application.Id, details);
        IEnumerable<object> entities =
        [
            application, .. application.Deliveries, .. application.Deliveries.Select(delivery => delivery.Clock).OfType<DeliveryClock>(),
            .. application.Deferred, .. application.Events, key, submitted,
            .. application.Uploads.Select(upload => new MaterialUse { MaterialId = upload, ApplicationId = application.Id }),
        ];
        return [.. entities.Select(entity => RowInsert.Of(context, entity))];
    }

    private async Task<bool> IsUsedAsync(string? signing, CancellationToken cancellationToken) =>
        signing is not null && await context.Set<Application>().AnyAsync(application => application.SigningId == signing, cancellationToken);

    private IQueryable<Application> Whole() => context.Set<Application>().WithAllOfIt();
}

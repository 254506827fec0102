using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ApplicationStore(HubDbContext context, CaseMoves cases, ClockMoves clocks, IAuditLog audit) : IApplicationStore
{
    public Task<IdempotencyKey?> FindKeyAsync(string id, CancellationToken cancellationToken) =>
        context.Set<IdempotencyKey>().AsNoTracking().FirstOrDefaultAsync(key => key.Id == id, cancellationToken);

    public async Task<bool> AddAsync(Application application, IdempotencyKey key, CancellationToken cancellationToken)
    {
        context.Add(application);
        context.Add(key);
        audit.Record("application.submitted", AuditActors.Resident, application.Id, new Dictionary<string, string>
        {
            ["case"] = application.CaseNumber,
            ["entry"] = application.EntryCode,
            ["deliveries"] = string.Join(' ', application.Deliveries.Select(delivery => delivery.Id)),
        });

        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            context.ChangeTracker.Clear();
            if (await FindKeyAsync(key.Id, cancellationToken) is null)
                throw;
            return false;
        }
    }

    public Task<Application?> FindAsync(string residentId, string caseNumber, CancellationToken cancellationToken) =>
        Whole().FirstOrDefaultAsync(
            application => application.CaseNumber == caseNumber && application.ResidentId == residentId, cancellationToken);

    public Task<Application?> FindAnyAsync(string caseNumber, CancellationToken cancellationToken) =>
        Whole().FirstOrDefaultAsync(application => application.CaseNumber == caseNumber, cancellationToken);

    public Task<Application?> FindByIdAsync(string id, CancellationToken cancellationToken) =>
        Whole().FirstOrDefaultAsync(application => application.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Application>> ListAsync(string residentId, CancellationToken cancellationToken) =>
        await Whole().Where(application => application.ResidentId == residentId)
            .OrderByDescending(application => application.SubmittedAt).ToListAsync(cancellationToken);

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

    private IQueryable<Application> Whole() => context.Set<Application>().AsNoTracking().AsSplitQuery()
        .Include(application => application.Deliveries).ThenInclude(delivery => delivery.Receipt)
        .Include(application => application.Deliveries).ThenInclude(delivery => delivery.Clock)
        .Include(application => application.Deliveries).ThenInclude(delivery => delivery.Events)
        .Include(application => application.Deferred)
        .Include(application => application.Events);
}

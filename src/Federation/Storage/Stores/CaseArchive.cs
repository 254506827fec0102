using System.Globalization;
using System.IO.Compression;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Archive;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage.Configurations;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class CaseArchive(HubDbContext context, CaseMoves cases, IAuditLog audit) : ICaseArchive
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public async Task<int> TakeAsync(DateTimeOffset quietSince, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var due = await Finished().Where(application => application.SubmittedAt < quietSince
                && !application.Events.Any(line => line.At >= quietSince))
            .OrderBy(application => application.SubmittedAt).Take(most).Select(application => application.Id).ToListAsync(cancellationToken);
        var taken = 0;
        foreach (var id in due.Order(StringComparer.Ordinal))
        {
            await cases.TakeAsync(id, cancellationToken);
            // Read behind the case's row: what somebody did with it meanwhile is seen.
            if (await Finished().WithAllOfIt().FirstOrDefaultAsync(application => application.Id == id, cancellationToken) is not { } application)
                continue;
            context.Add(Archived(application, now));
            await RemoveAsync(application, cancellationToken);
            taken++;
        }

        if (taken > 0)
            audit.Record("cases.archived", AuditActors.Hub, "archive", new Dictionary<string, string>
            {
                ["count"] = taken.ToString(CultureInfo.InvariantCulture),
            });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return taken;
    }

    public Task<Application?> FindAsync(string caseNumber, CancellationToken cancellationToken) =>
        FindAsync(archived => archived.CaseNumber == caseNumber, cancellationToken);

    public Task<Application?> FindByIdAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(archived => archived.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Application>> ListAsync(string residentId, CancellationToken cancellationToken) =>
        (await context.Set<ArchivedCase>().AsNoTracking().Where(archived => archived.ResidentId == residentId)
            .OrderByDescending(archived => archived.SubmittedAt).ToListAsync(cancellationToken)).ConvertAll(Read);

    private async Task<Application?> FindAsync(Expression<Func<ArchivedCase, bool>> which, CancellationToken cancellationToken) =>
        await context.Set<ArchivedCase>().AsNoTracking().FirstOrDefaultAsync(which, cancellationToken) is { } found ? Read(found) : null;

    /// <summary>Nobody has anything to do with them any more.</summary>
    private IQueryable<Application> Finished() => context.Set<Application>().AsNoTracking()
        .Where(application => ApplicationConfiguration.Finished.Contains(application.Status)
            && application.Deliveries.All(delivery => delivery.Status != DeliveryStatus.Queued && delivery.Status != DeliveryStatus.Waiting
                && delivery.Status != DeliveryStatus.Quarantined));

    private async Task RemoveAsync(Application application, CancellationToken cancellationToken)
    {
        var deliveries = application.Deliveries.ConvertAll(delivery => delivery.Id);
        await context.Set<DepartmentEvent>().Where(row => deliveries.Contains(row.DeliveryId)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Receipt>().Where(row => deliveries.Contains(row.DeliveryId)).ExecuteDeleteAsync(cancellationToken);
        await context.Set<DeliveryClock>().Where(row => row.ApplicationId == application.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<DeferredMaterial>().Where(row => row.ApplicationId == application.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Delivery>().Where(row => row.ApplicationId == application.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<CaseEvent>().Where(row => row.ApplicationId == application.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Application>().Where(row => row.Id == application.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private static ArchivedCase Archived(Application application, DateTimeOffset now)
    {
        using var content = new MemoryStream();
        using (var compressed = new BrotliStream(content, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(compressed, application, Json);
        return new ArchivedCase
        {
            Id = application.Id, CaseNumber = application.CaseNumber, ResidentId = application.ResidentId,
            SubmittedAt = application.SubmittedAt, ArchivedAt = now, Content = content.ToArray(),
        };
    }

    private static Application Read(ArchivedCase archived)
    {
        using var compressed = new BrotliStream(new MemoryStream(archived.Content), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Application>(compressed, Json)!;
    }
}

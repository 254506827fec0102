using System.Globalization;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class SupplementStore(
    HubDbContext context, IApplicationStore applications, CaseMoves cases, SupplementFactory factory, IAuditLog audit) : ISupplements
{
    public async Task<bool> AddAsync(
        Application application, IReadOnlyList<UploadedMaterial> handedIn, IReadOnlyList<Delivery> supplements, DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var slugs = handedIn.Select(upload => upload.Slug).Distinct(StringComparer.Ordinal).ToList();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var taken = await context.Set<Application>()
            .Where(row => row.Id == application.Id && row.Revision == application.Revision)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Revision, changed => changed.Revision + 1), cancellationToken);
        if (taken == 0)
            return false;

        foreach (var material in await context.Set<DeferredMaterial>()
            .Where(row => row.ApplicationId == application.Id && slugs.Contains(row.Slug) && row.HandedInAt == null).ToListAsync(cancellationToken))
            material.HandIn(at);
        var uploads = handedIn.Select(upload => upload.Id).ToList();
        var named = await context.Set<MaterialUse>().Where(use => use.ApplicationId == application.Id && uploads.Contains(use.MaterialId))
            .Select(use => use.MaterialId).ToListAsync(cancellationToken);
        context.AddRange(uploads.Except(named).Select(upload => new MaterialUse { MaterialId = upload, ApplicationId = application.Id }));
        context.AddRange(supplements);
        context.Add(new CaseEvent
        {
            ApplicationId = application.Id, At = at, Hop = CaseEvents.Hub, Event = CaseEvents.Supplemented, Reason = string.Join(' ', slugs),
        });
        audit.Record("application.supplemented", AuditActors.Resident, application.Id, new Dictionary<string, string>
        {
            ["case"] = application.CaseNumber,
            ["materials"] = string.Join(' ', slugs),
            ["deliveries"] = string.Join(' ', supplements.Select(supplement => supplement.Id)),
        });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            await transaction.RollbackAsync(cancellationToken);
            context.ChangeTracker.Clear();
            if (!await MaterialStore.AreGoneAsync(context, uploads, cancellationToken))
                throw;
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<(string ApplicationId, string Slug)>> DueAsync(DateOnly today, int most, CancellationToken cancellationToken) =>
        [.. (await context.Set<DeferredMaterial>().Where(row => row.LooksOn <= today).OrderBy(row => row.LooksOn).Take(most)
            .Select(row => new { row.ApplicationId, row.Slug }).ToListAsync(cancellationToken)).Select(row => (row.ApplicationId, row.Slug))];

    public async Task<int?> TellAsync(string applicationId, string slug, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await cases.TakeAsync(applicationId, cancellationToken);
        // Read behind the case's row: what another node or the resident has done meanwhile is seen.
        var material = await context.Set<DeferredMaterial>().SingleAsync(row => row.ApplicationId == applicationId && row.Slug == slug, cancellationToken);
        var application = (await applications.FindByIdAsync(applicationId, cancellationToken))!;
        var left = material.Look(WorkingCalendar.DayOf(now));
        if (!Awaited.IsOpen(application))
            (left, material.LooksOn) = (null, null);
        if (left is { } days)
        {
            Tell(application, material, days, now);
            if (await cases.WantsMailAsync(application.ResidentId, cancellationToken))
                context.Add(ResidentNotice.OfDocuments(application.ResidentId, application.CaseNumber, material.DueOn, now));
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return left;
    }

    public async Task<IReadOnlyList<OverdueMaterial>> OverdueAsync(DateOnly today, int most, CancellationToken cancellationToken) =>
        await (from material in context.Set<DeferredMaterial>()
               where material.HandedInAt == null && material.DueOn < today
               join application in context.Set<Application>() on material.ApplicationId equals application.Id
               where application.Status != ApplicationStatus.Withdrawn && application.Status != ApplicationStatus.Rejected && application.Status != ApplicationStatus.Completed
               orderby material.DueOn, application.CaseNumber, material.Slug
               select new OverdueMaterial(application.CaseNumber, material.Slug, application.EntryCode, material.DueOn))
            .Take(most).ToListAsync(cancellationToken);

    private void Tell(Application application, DeferredMaterial material, int left, DateTimeOffset now)
    {
        var what = left == Deferrals.Overdue ? CaseEvents.DeferralOverdue : CaseEvents.DeferralReminder;
        var due = material.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        context.Add(new CaseEvent { ApplicationId = application.Id, At = now, Hop = CaseEvents.Hub, Event = what, Reason = $"{material.Slug} {due}" });
        if (left == Deferrals.Overdue)
            context.AddRange(factory.Overdue(application, material.Slug, now));
        audit.Record("application." + what, AuditActors.Hub, application.Id, new Dictionary<string, string>
        {
            ["case"] = application.CaseNumber,
            ["material"] = material.Slug,
            ["due"] = due,
        });
    }
}

using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.SignIn;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class MandateStore(HubDbContext context, IAuditLog audit) : IMandates
{
    public void Add(Mandate mandate) => context.Add(mandate);

    public Task<Mandate?> FindAsync(string id, CancellationToken cancellationToken) =>
        context.Set<Mandate>().FirstOrDefaultAsync(mandate => mandate.Id == id, cancellationToken);

    public Task<Mandate?> FindOfferAsync(string codeHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Set<Mandate>().FirstOrDefaultAsync(
            mandate => mandate.CodeHash == codeHash && mandate.State == MandateState.Offered && mandate.CodeUntil > now && mandate.ValidUntil > now, cancellationToken);

    public async Task<IReadOnlyList<Mandate>> ListAsync(string residentId, CancellationToken cancellationToken) =>
        await context.Set<Mandate>().AsNoTracking().Where(mandate => mandate.GivenBy == residentId || mandate.AgentId == residentId)
            .OrderByDescending(mandate => mandate.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Mandate>> LiveAsync(string agentId, string clientId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var live = await context.Set<Mandate>().AsNoTracking()
            .Where(mandate => mandate.AgentId == agentId && mandate.State == MandateState.Active && mandate.ValidUntil > now)
            .OrderBy(mandate => mandate.Id).ToListAsync(cancellationToken);
        if (live.Count == 0)
            return live;

        var ids = live.SelectMany(mandate => mandate.ConsentIds).ToList();
        var standing = (await context.Set<Consent>()
            .Where(consent => ids.Contains(consent.Id) && consent.ClientId == clientId && consent.WithdrawnAt == null)
            .Select(consent => consent.Id).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return live.FindAll(mandate => mandate.ConsentIds.Any(standing.Contains));
    }

    public async Task<IReadOnlyList<Mandate>> ConfirmingAsync(int most, CancellationToken cancellationToken) =>
        await context.Set<Mandate>().AsNoTracking().Where(mandate => mandate.State == MandateState.Confirming)
            .OrderBy(mandate => mandate.Id).Take(most).ToListAsync(cancellationToken);

    public async Task<string> NameForAsync(string mandateId, string clientId, CancellationToken cancellationToken)
    {
        if (await KnownAsync(mandateId, clientId, cancellationToken) is { } known)
            return known;

        var row = new MandateName { Name = BrowserBinding.NewId(), MandateId = mandateId, ClientId = clientId };
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return row.Name;
        }
        // Two requests at once: the one that was first names it.
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            context.Entry(row).State = EntityState.Detached;
            return (await KnownAsync(mandateId, clientId, cancellationToken))!;
        }
    }

    public Task<string?> FindNamedAsync(string name, string clientId, CancellationToken cancellationToken) =>
        context.Set<MandateName>().Where(row => row.Name == name && row.ClientId == clientId)
            .Select(row => row.MandateId).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, DateTimeOffset remindFrom, int most, CancellationToken cancellationToken) =>
        await context.Set<Mandate>()
            .Where(mandate => mandate.State != MandateState.Ended
                && (mandate.ValidUntil <= now
                    || (mandate.State == MandateState.Offered && mandate.CodeUntil <= now)
                    || (mandate.State == MandateState.Active && mandate.RemindedAt == null && mandate.ValidUntil <= remindFrom)))
            .OrderBy(mandate => mandate.ValidUntil).ThenBy(mandate => mandate.Id).Take(most).Select(mandate => mandate.Id).ToListAsync(cancellationToken);

    public async Task TellAsync(Mandate mandate, MandateNews news, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var resident in new[] { mandate.GivenBy, mandate.AgentId }.OfType<string>())
        {
            if (await HubQueries.Of(context).WantsMail(context, resident, cancellationToken))
                context.Add(ResidentNotice.OfMandate(resident, news, at));
        }
    }

    public async Task<bool> SaveEndedAsync(Mandate mandate, DateTimeOffset at, string actor, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var ids = mandate.ConsentIds;
        var withdrawn = await context.Set<Consent>().Where(row => ids.Contains(row.Id) && row.WithdrawnAt == null).ToListAsync(cancellationToken);
        foreach (var consent in withdrawn)
        {
            consent.WithdrawnAt = at;
            audit.Record("consent.withdrawn", actor, consent.Id, new Dictionary<string, string> { ["client"] = consent.ClientId });
        }

        if (!await SaveAsync(cancellationToken))
            return false;
        foreach (var consent in withdrawn)
            await ConsentRows.SilenceAsync(context, consent, at, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public Task<bool> SaveUnchangedAsync(Mandate mandate, CancellationToken cancellationToken)
    {
        // Written as it is: the database compares it, and whoever decides at this moment is not stopped by who only looks.
        context.Entry(mandate).Property(row => row.Revision).IsModified = true;
        return SaveAsync(cancellationToken);
    }

    public Task<bool> SaveAsync(CancellationToken cancellationToken) => context.TrySaveAsync(cancellationToken);

    private Task<string?> KnownAsync(string mandateId, string clientId, CancellationToken cancellationToken) =>
        context.Set<MandateName>().Where(row => row.MandateId == mandateId && row.ClientId == clientId)
            .Select(row => row.Name).FirstOrDefaultAsync(cancellationToken);
}

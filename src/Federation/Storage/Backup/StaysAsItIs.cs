using CrossBorder.Federation.Backup;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Keys;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Backup;

/// <summary>
/// What a restore leaves as the database has it, whatever the backup says: revocations and who decided them, keys that were revoked
/// and those that took their place, officers who are kept out, and passkeys that were taken away.
/// </summary>
internal sealed class StaysAsItIs
{
    private readonly HashSet<Guid> revocations = [];
    private readonly HashSet<string> revokedKeys = new(StringComparer.Ordinal);
    private readonly HashSet<KeyLine> lines = [];
    private readonly HashSet<Guid> steps = [];
    private readonly HashSet<string> keptOut = new(StringComparer.Ordinal);
    private readonly HashSet<string> keptOutNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> passkeys = new(StringComparer.Ordinal);

    public RestoreKept Counts => new(revocations.Count, revokedKeys.Count, keptOutNames.Count);

    public async Task ReadAsync(HubDbContext context, CancellationToken cancellationToken)
    {
        revocations.UnionWith(await Revocations(context).Select(change => change.Id).ToListAsync(cancellationToken));
        var keys = await context.Set<ManagedKey>().AsNoTracking().ToListAsync(cancellationToken);
        revokedKeys.UnionWith(keys.Where(key => key.State == KeyState.Revoked).Select(key => key.Id));
        // Where another key took the place of a revoked one, it is in no backup from before, and nothing would sign without it.
        lines.UnionWith(keys.Where(key => key.State == KeyState.Revoked).Select(key => key.Line)
            .Where(line => keys.Exists(key => key.Line == line && key.EndedAt is null)));
        steps.UnionWith(await Steps(context).Select(step => step.Id).ToListAsync(cancellationToken));
        var officers = await context.Set<Officer>().AsNoTracking().ToListAsync(cancellationToken);
        foreach (var officer in officers.Where(IsKeptOut))
        {
            keptOut.Add(officer.Id);
            keptOutNames.Add(officer.NormalizedUserName!);
        }

        known.UnionWith(officers.Select(officer => officer.Id));
        passkeys.UnionWith((await context.Set<IdentityUserPasskey<string>>().AsNoTracking().Select(key => key.CredentialId).ToListAsync(cancellationToken))
            .Select(Convert.ToHexString));
    }

    /// <summary>Takes away what the backup brings anew, and nothing that stays; false for a table of which nothing does.</summary>
    public async Task<bool> EmptyAsync(HubDbContext context, Type type, CancellationToken cancellationToken)
    {
        if (type == typeof(TrustChange))
            await context.TrustChanges.Where(change => !revocations.Contains(change.Id)).ExecuteDeleteAsync(cancellationToken);
        else if (type == typeof(KeyStep))
            await context.Set<KeyStep>().Where(step => !steps.Contains(step.Id)).ExecuteDeleteAsync(cancellationToken);
        else if (type == typeof(ManagedKey))
            foreach (var key in (await context.Set<ManagedKey>().AsNoTracking().ToListAsync(cancellationToken)).Where(key => !Stays(key)))
                await context.Set<ManagedKey>().Where(row => row.Id == key.Id && row.Use == key.Use).ExecuteDeleteAsync(cancellationToken);
        else if (type == typeof(Officer))
            await context.Set<Officer>().Where(officer => !keptOut.Contains(officer.Id)).ExecuteDeleteAsync(cancellationToken);
        else if (type == typeof(IdentityUserPasskey<string>))
            await context.Set<IdentityUserPasskey<string>>().Where(passkey => !keptOut.Contains(passkey.UserId)).ExecuteDeleteAsync(cancellationToken);
        else
            return false;
        return true;
    }

    /// <summary>Whether the database's word stands in place of this row of the backup.</summary>
    public bool Outweighs(object row) => row switch
    {
        TrustChange change => revocations.Contains(change.Id),
        KeyStep step => steps.Contains(step.Id),
        ManagedKey key => revokedKeys.Contains(key.Id) || lines.Contains(key.Line),
        Officer officer => IsKeptOutHere(officer),
        IdentityUserPasskey<string> passkey => keptOut.Contains(passkey.UserId)
            || (known.Contains(passkey.UserId) && !passkeys.Contains(Convert.ToHexString(passkey.CredentialId))),
        _ => false,
    };

    // One who was reset and has not come back is kept out as well: what was void must not open a door again.
    private static bool IsKeptOut(Officer officer) => officer.DisabledAt is not null || !officer.HasWayIn;

    // One who left and joined again has another id there under the same name: what hangs on that id stays out too.
    private bool IsKeptOutHere(Officer officer)
    {
        if (keptOutNames.Contains(officer.NormalizedUserName!))
            keptOut.Add(officer.Id);
        return keptOut.Contains(officer.Id);
    }

    private bool Stays(ManagedKey key) => revokedKeys.Contains(key.Id) || lines.Contains(key.Line);

    private static IQueryable<TrustChange> Revocations(HubDbContext context) => context.TrustChanges.Where(change => change.Kind == TrustChangeKind.Revoke
        && (change.State == TrustChangeState.InForce || change.State == TrustChangeState.Confirmed));

    private static IQueryable<KeyStep> Steps(HubDbContext context) => context.Set<KeyStep>().Where(step => step.Kind == KeyStepKind.Revoke);
}

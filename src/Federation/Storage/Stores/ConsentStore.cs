using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage.Grants;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class ConsentStore(HubDbContext context, Recipients recipients, IAuditLog audit, TimeProvider clock) : IConsents
{
    public async Task<bool> IsGivenAsync(
        string residentId, string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        var needed = ConsentText.Consentable(scopes);
        if (needed.Count == 0)
            return true;
        if (!recipients.Find(clientId).TryGetValue(out var recipient))
            return false;

        var covered = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var given in SignedInQueries.Of(context).Consented(context, residentId, clientId, recipient.PurposeKey).WithCancellation(cancellationToken))
            covered.UnionWith(given.Split(' '));
        return needed.All(covered.Contains);
    }

    public Consent Give(string residentId, Recipient recipient, IReadOnlyCollection<string> scopes, ConsentNotice notice)
    {
        var consent = new Consent
        {
            Id = Guid.NewGuid().ToString("N"),
            ResidentId = residentId,
            ClientId = recipient.ClientId,
            PurposeKey = recipient.PurposeKey,
            Scopes = string.Join(' ', ConsentText.Consentable(scopes)),
            Language = notice.Language,
            Text = notice.ToText(),
            GivenAt = clock.GetUtcNow(),
        };
        context.Add(consent);
        audit.Record("consent.given", AuditActors.Resident, consent.Id, new Dictionary<string, string>
        {
            ["client"] = recipient.ClientId,
            ["text"] = notice.Digest,
        });
        return consent;
    }

    public Task GiveAtOnceAsync(
        string residentId, Recipient recipient, IReadOnlyCollection<string> scopes, ConsentNotice notice, CancellationToken cancellationToken)
    {
        Give(residentId, recipient, scopes, notice);
        return context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Consent>> ListAsync(string residentId, string? clientId, CancellationToken cancellationToken) =>
        await Of(residentId, clientId).AsNoTracking().OrderByDescending(consent => consent.GivenAt).ToListAsync(cancellationToken);

    public async Task<Outcome<Consent>> WithdrawAsync(
        string residentId, string? clientId, string consentId, CancellationToken cancellationToken)
    {
        var consent = await Of(residentId, clientId).FirstOrDefaultAsync(row => row.Id == consentId, cancellationToken);
        if (consent is null)
            return ErrorCatalogue.ConsentUnknown.With("No consent of that id.");

        if (consent.WithdrawnAt is null)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await ProactiveRows.ForgetAsync(context, consent, cancellationToken);
            consent.WithdrawnAt = clock.GetUtcNow();
            audit.Record("consent.withdrawn", AuditActors.Resident, consent.Id, new Dictionary<string, string> { ["client"] = consent.ClientId });
            await context.SaveChangesAsync(cancellationToken);
            await ConsentRows.SilenceAsync(context, consent, consent.WithdrawnAt.Value, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return consent;
    }

    private IQueryable<Consent> Of(string residentId, string? clientId) =>
        context.Set<Consent>().Where(consent => consent.ResidentId == residentId && (clientId == null || consent.ClientId == clientId));
}

using System.Globalization;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>What security officers do to relying parties that registered themselves. Each step is one transaction with its audit entry.</summary>
internal sealed class OfficerRegistrations(IRegistrations registrations, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Makes an initial access token. CB6174.</summary>
    /// <returns>The token, which is shown this once.</returns>
    public async Task<Outcome<string>> IssueTicketAsync(string? holder, int uses, int days, string officer, CancellationToken cancellationToken)
    {
        if (holder?.Trim() is not { Length: > 0 and <= 100 } name || name.Any(char.IsControl))
            return ErrorCatalogue.TicketInvalid.With("For whom is a text of 1 to 100 characters.");
        if (uses is < 1 or > RegistrationTicket.MostUses || days < 1 || days > RegistrationTicket.LongestLife.TotalDays)
            return ErrorCatalogue.TicketInvalid.With($"It is for 1 to {RegistrationTicket.MostUses} registrations and holds 1 to {RegistrationTicket.LongestLife.TotalDays} days.");

        var now = clock.GetUtcNow();
        var token = SecretTokens.New("iat");
        var ticket = new RegistrationTicket
        {
            Id = Guid.NewGuid(), TokenHash = SecretTokens.HashOf(token), For = name, IssuedBy = officer, IssuedAt = now, ExpiresAt = now.AddDays(days), UsesLeft = uses,
        };
        registrations.Add(ticket);
        Record("client.ticket_issued", ticket, officer);
        return (await registrations.SaveAsync(cancellationToken)).Map(_ => token);
    }

    /// <summary>CB6170 where there is nothing left to withdraw.</summary>
    public async Task<Outcome<bool>> WithdrawTicketAsync(Guid id, string officer, CancellationToken cancellationToken)
    {
        if ((await registrations.TicketsAsync(cancellationToken)).FirstOrDefault(ticket => ticket.Id == id) is not { } ticket || !ticket.Holds(clock.GetUtcNow()))
            return ErrorCatalogue.RegistrationNotNow.With("That token is used up, over or withdrawn already.");
        ticket.Withdraw();
        Record("client.ticket_withdrawn", ticket, officer);
        return await registrations.SaveAsync(cancellationToken);
    }

    /// <summary>The first reading, or by another officer what lets it count. CB6170 to CB6173.</summary>
    /// <param name="clientId">Whose.</param>
    /// <param name="version">The one that the officer looked at.</param>
    /// <param name="officer">Who approves.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public Task<Outcome<bool>> ApproveAsync(string clientId, Guid version, string officer, CancellationToken cancellationToken) =>
        StepAsync(clientId, version, officer, "client.approved", (registered, seen, all) =>
        {
            var approved = seen.Approve(officer, clock.GetUtcNow());
            if (approved.Succeeded && seen.State == VersionState.InForce)
            {
                foreach (var before in all.Where(other => other.Id != seen.Id && other.State == VersionState.InForce))
                    before.GiveWay();
                // A secret that nothing is proved with any more must not come to life again with a later version.
                if (ClientMetadata.Read(seen.Metadata).TryGetValue(out var metadata) && !metadata.NeedsSecret)
                    registered.SecretHash = null;
            }

            return approved.Map(_ => true);
        }, cancellationToken);

    public Task<Outcome<bool>> SendBackAsync(string clientId, Guid version, string? reason, string officer, CancellationToken cancellationToken) =>
        StepAsync(clientId, version, officer, "client.sent_back", (_, seen, _) =>
            (reason?.Length ?? 0) > 1000 ? ErrorCatalogue.RegistrationNotNow.With("A reason has at most 1000 characters.") : seen.SendBack(officer, reason ?? "", clock.GetUtcNow()).Map(_ => true),
            cancellationToken);

    public Task<Outcome<bool>> SuspendAsync(string clientId, string officer, CancellationToken cancellationToken) =>
        StepAsync(clientId, null, officer, "client.suspended", (registration, _, _) => registration.Suspend(officer, clock.GetUtcNow()).Map(_ => true), cancellationToken);

    public Task<Outcome<bool>> ResumeAsync(string clientId, string officer, CancellationToken cancellationToken) =>
        StepAsync(clientId, null, officer, "client.resumed", (registration, _, _) => registration.Resume(officer).Map(_ => true), cancellationToken);

    public Task<Outcome<bool>> EndAsync(string clientId, string officer, CancellationToken cancellationToken) =>
        StepAsync(clientId, null, officer, "client.ended", (registration, _, _) => registration.End(officer, clock.GetUtcNow()).Map(_ => true), cancellationToken);

    private async Task<Outcome<bool>> StepAsync(
        string clientId, Guid? version, string officer, string kind,
        Func<Registration, RegistrationVersion, IReadOnlyList<RegistrationVersion>, Outcome<bool>> step, CancellationToken cancellationToken)
    {
        if (await registrations.FindAsync(clientId, cancellationToken) is not { } registration)
            return ErrorCatalogue.RegistrationUnknown.With($"No client '{clientId}' registered itself.");
        var versions = await registrations.VersionsAsync(clientId, cancellationToken);
        // What was decided is what was looked at: a developer may have sent something else since.
        var seen = version is null ? versions[0] : versions.FirstOrDefault(one => one.Id == version);
        if (seen is null || (version is not null && registration.State != RegistrationState.Open))
            return ErrorCatalogue.RegistrationNotNow.With("That version is gone, or the registration is suspended or ended.");
        var done = step(registration, seen, versions);
        if (!done.Succeeded)
            return done;
        registration.Touch();
        audit.Record(kind, AuditActors.Officer, clientId, RegistrationFacts.Of(seen, ("actor", officer), ("state", $"{registration.State} {seen.State}")));
        return await registrations.SaveAsync(cancellationToken);
    }

    private void Record(string kind, RegistrationTicket ticket, string officer) =>
        audit.Record(kind, AuditActors.Officer, ticket.Id.ToString("N"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["actor"] = officer, ["uses"] = ticket.UsesLeft.ToString(CultureInfo.InvariantCulture), ["until"] = ticket.ExpiresAt.ToString("O", CultureInfo.InvariantCulture),
        });
}

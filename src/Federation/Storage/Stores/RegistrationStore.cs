using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class RegistrationStore(HubDbContext context) : IRegistrations
{
    public Task<RegistrationTicket?> FindTicketAsync(string tokenHash, CancellationToken cancellationToken) =>
        context.Set<RegistrationTicket>().FirstOrDefaultAsync(ticket => ticket.TokenHash == tokenHash, cancellationToken);

    public async Task<IReadOnlyList<RegistrationTicket>> TicketsAsync(CancellationToken cancellationToken) =>
        await context.Set<RegistrationTicket>().OrderByDescending(ticket => ticket.IssuedAt).ThenBy(ticket => ticket.Id).ToListAsync(cancellationToken);

    public Task<Registration?> FindAsync(string clientId, CancellationToken cancellationToken) =>
        context.Set<Registration>().FirstOrDefaultAsync(registration => registration.ClientId == clientId, cancellationToken);

    public Task<IReadOnlyList<RegistrationVersions>> ListAsync(int most, CancellationToken cancellationToken) =>
        WholeAsync(context.Set<Registration>().OrderByDescending(registration => registration.CreatedAt).ThenBy(registration => registration.ClientId)
            .Take(most), cancellationToken);

    public Task<IReadOnlyList<RegistrationVersions>> ListWaitingAsync(int most, CancellationToken cancellationToken) =>
        WholeAsync(context.Set<Registration>()
            .Where(registration => registration.State == RegistrationState.Open && context.Set<RegistrationVersion>().Any(version =>
                version.ClientId == registration.ClientId && (version.State == VersionState.Waiting || version.State == VersionState.Read)))
            .OrderBy(registration => registration.CreatedAt).ThenBy(registration => registration.ClientId).Take(most), cancellationToken);

    public async Task<IReadOnlyList<RegistrationVersion>> VersionsAsync(string clientId, CancellationToken cancellationToken) =>
        await context.Set<RegistrationVersion>().Where(version => version.ClientId == clientId)
            .OrderByDescending(version => version.SubmittedAt).ThenBy(version => version.Id).ToListAsync(cancellationToken);

    public Task<int> WaitingAsync(string? origin, CancellationToken cancellationToken) =>
        context.Set<Registration>().CountAsync(
            registration => registration.State == RegistrationState.Open && (origin == null || registration.Origin == origin)
                && context.Set<RegistrationVersion>().Any(version => version.ClientId == registration.ClientId && (version.State == VersionState.Waiting || version.State == VersionState.Read))
                && !context.Set<RegistrationVersion>().Any(version => version.ClientId == registration.ClientId && version.State == VersionState.InForce),
            cancellationToken);

    public Task<int> RegisteredAsync(string origin, DateTimeOffset from, CancellationToken cancellationToken) =>
        context.Set<Registration>().CountAsync(registration => registration.Origin == origin && registration.CreatedAt >= from, cancellationToken);

    public async Task<IReadOnlyList<string>> InForceMarksAsync(CancellationToken cancellationToken)
    {
        var rows = await InForce().Select(pair => new { pair.Registration.ClientId, pair.Registration.SecretHash, pair.Version.Id }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => RegistrationInForce.MarkOf(row.ClientId, row.Id, row.SecretHash))];
    }

    public async Task<IReadOnlyList<RegistrationInForce>> InForceAsync(CancellationToken cancellationToken) =>
        [.. (await InForce().AsNoTracking().ToListAsync(cancellationToken)).Select(pair => new RegistrationInForce(pair.Registration, pair.Version))];

    public void Add(RegistrationTicket ticket) => context.Add(ticket);

    public void Add(Registration registration) => context.Add(registration);

    public void Add(RegistrationVersion version) => context.Add(version);

    public void Remove(RegistrationVersion version) => context.Remove(version);

    public async Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken) => await context.TrySaveAsync(cancellationToken)
        ? true
        : ErrorCatalogue.RegistrationRaced.With("Another step was stored first; nothing of this one was.");

    /// <summary>One question for all of them, however many there are.</summary>
    private async Task<IReadOnlyList<RegistrationVersions>> WholeAsync(IQueryable<Registration> registrations, CancellationToken cancellationToken)
    {
        var rows = await registrations.Select(registration => new
        {
            Registration = registration,
            Versions = context.Set<RegistrationVersion>().Where(version => version.ClientId == registration.ClientId)
                .OrderByDescending(version => version.SubmittedAt).ThenBy(version => version.Id).ToList(),
        }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => new RegistrationVersions(row.Registration, row.Versions))];
    }

    private IQueryable<Pair> InForce() =>
        from registration in context.Set<Registration>()
        join version in context.Set<RegistrationVersion>() on registration.ClientId equals version.ClientId
        where registration.State == RegistrationState.Open && version.State == VersionState.InForce
        orderby registration.ClientId, version.DecidedAt, version.Id
        select new Pair { Registration = registration, Version = version };

    private sealed class Pair
    {
        public required Registration Registration { get; init; }

        public required RegistrationVersion Version { get; init; }
    }
}

using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>Relying parties that registered themselves, in the current unit of work.</summary>
internal interface IRegistrations
{
    /// <summary>By its hash; null where nobody was given that token.</summary>
    Task<RegistrationTicket?> FindTicketAsync(string tokenHash, CancellationToken cancellationToken);

    /// <summary>The last issued first.</summary>
    Task<IReadOnlyList<RegistrationTicket>> TicketsAsync(CancellationToken cancellationToken);

    Task<Registration?> FindAsync(string clientId, CancellationToken cancellationToken);

    /// <summary>The last registered first, each with its versions.</summary>
    Task<IReadOnlyList<RegistrationVersions>> ListAsync(int most, CancellationToken cancellationToken);

    /// <summary>Those of which something waits for an officer, the first registered first, each with its versions.</summary>
    Task<IReadOnlyList<RegistrationVersions>> ListWaitingAsync(int most, CancellationToken cancellationToken);

    /// <summary>Of one client, the last submitted first.</summary>
    Task<IReadOnlyList<RegistrationVersion>> VersionsAsync(string clientId, CancellationToken cancellationToken);

    /// <summary>How many that have never counted wait for an officer, of one origin or, where null, of all.</summary>
    Task<int> WaitingAsync(string? origin, CancellationToken cancellationToken);

    /// <summary>How many of one origin were registered from that moment on, whatever became of them.</summary>
    Task<int> RegisteredAsync(string origin, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Names all that counts at this moment: cheap to ask, and another text whenever something of it changes.</summary>
    Task<IReadOnlyList<string>> InForceMarksAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<RegistrationInForce>> InForceAsync(CancellationToken cancellationToken);

    void Add(RegistrationTicket ticket);

    void Add(Registration registration);

    void Add(RegistrationVersion version);

    /// <summary>One that never counted, and that its client sent something else in the place of. The log keeps its digest.</summary>
    void Remove(RegistrationVersion version);

    /// <summary>CB6172 where somebody else was first.</summary>
    Task<Outcome<bool>> SaveAsync(CancellationToken cancellationToken);
}

/// <summary>A relying party with all that it registered.</summary>
/// <param name="Registration">Who it is.</param>
/// <param name="Versions">The last submitted first; never none.</param>
internal sealed record RegistrationVersions(Registration Registration, IReadOnlyList<RegistrationVersion> Versions);

/// <summary>A relying party that counts.</summary>
/// <param name="Registration">Who it is.</param>
/// <param name="Version">What of it counts.</param>
internal sealed record RegistrationInForce(Registration Registration, RegistrationVersion Version)
{
    /// <summary>Another text whenever something of it changes.</summary>
    public string Mark => MarkOf(Registration.ClientId, Version.Id, Registration.SecretHash);

    public static string MarkOf(string clientId, Guid version, string? secretHash) => $"{clientId} {version:N} {secretHash?[..8]}";
}

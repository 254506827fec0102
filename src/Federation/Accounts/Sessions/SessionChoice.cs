namespace CrossBorder.Federation.Accounts.Sessions;

/// <summary>Which live sessions. What is null does not narrow it down.</summary>
/// <param name="ResidentId">Whose; null only where <see cref="HomeSession"/> says which.</param>
/// <param name="SessionId">This one alone.</param>
/// <param name="Except">All but this one.</param>
internal sealed record SessionChoice(string? ResidentId, string? SessionId = null, string? Except = null)
{
    /// <summary>Those that came from this home alone, by its scheme.</summary>
    public string? Home { get; init; }

    /// <summary>
    /// Those that the home calls so, by keyed hash; of a resident who is named beside it also those of which the home never said what it calls them.
    /// </summary>
    public string? HomeSession { get; init; }

    /// <summary>Those that had begun by then.</summary>
    public DateTimeOffset? StartedBefore { get; init; }
}

/// <summary>A signed message that has an effect once.</summary>
/// <param name="Issuer">Who signed it.</param>
/// <param name="Identifier">What is used once of it.</param>
/// <param name="Until">How long that is remembered.</param>
internal sealed record OneUse(string Issuer, string Identifier, DateTimeOffset Until);

/// <summary>Why sessions end, and who ends them.</summary>
/// <param name="Cause">What the resident reads.</param>
/// <param name="Actor">Of <see cref="Audit.AuditActors"/>.</param>
/// <param name="Details">What the audit log says beside it. No personal data.</param>
internal sealed record SessionEnding(SessionEnd Cause, string Actor, IReadOnlyDictionary<string, string> Details);

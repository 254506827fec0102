namespace CrossBorder.Federation.Audit;

/// <summary>The append-only log.</summary>
internal interface IAuditLog
{
    /// <summary>
    /// Adds an entry to the current unit of work: it is stored in the same transaction as the change it tells of, or not at all.
    /// </summary>
    /// <param name="kind">What happened, past tense, such as <c>link.confirmed</c>.</param>
    /// <param name="actorKind">One of <see cref="AuditActors"/>.</param>
    /// <param name="subjectReference">Internal reference of what it is about.</param>
    /// <param name="details">No personal data: references, codes, digests.</param>
    void Record(string kind, string actorKind, string subjectReference, IReadOnlyDictionary<string, string>? details = null);
}

internal static class AuditActors
{
    public const string Resident = "resident";
    public const string Officer = "officer";
    public const string Client = "client";
    public const string Department = "department";
    public const string Hub = "hub";
}

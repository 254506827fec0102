using CrossBorder.Verification.Audit;

namespace CrossBorder.Federation.Audit;

/// <summary>A row of the log in the form that is hashed.</summary>
internal static class AuditRecords
{
    /// <summary>Sequence and previous hash are left for the chain to set.</summary>
    public static AuditRecord Of(AuditEntry entry) => new()
    {
        Sequence = entry.Sequence ?? 0,
        Previous = "",
        At = entry.At,
        Kind = entry.Kind,
        Actor = entry.ActorKind,
        Subject = entry.SubjectReference,
        Details = AuditDetails.Read(entry.Details),
        TraceId = entry.TraceId,
    };

    /// <summary>Stored rows as a verifier wants them: each with the hash that is stored for the row before it.</summary>
    public static IEnumerable<LinkedRecord> Linked(IEnumerable<AuditEntry> entries, LogHash hash)
    {
        var previous = new AuditChain(hash).Last;
        foreach (var entry in entries)
        {
            var stored = entry.Hash ?? [];
            yield return new LinkedRecord(Of(entry) with { Previous = hash.Write(previous) }, stored);
            previous = stored;
        }
    }
}

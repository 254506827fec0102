using System.Diagnostics;
using System.Text.Json;
using CrossBorder.Federation.Audit;

namespace CrossBorder.Federation.Storage.Stores;

internal sealed class AuditLog(HubDbContext context, TimeProvider clock) : IAuditLog
{
    public void Record(string kind, string actorKind, string subjectReference, IReadOnlyDictionary<string, string>? details = null) =>
        context.AuditEntries.Add(EntryOf(clock.GetUtcNow(), kind, actorKind, subjectReference, details));

    /// <summary>An entry that nobody stores yet, of the trace that is under way: for what is written past the change tracker.</summary>
    public static AuditEntry EntryOf(
        DateTimeOffset at, string kind, string actorKind, string subjectReference, IReadOnlyDictionary<string, string>? details = null) => new()
        {
            At = WholeMicroseconds(at),
            Kind = kind,
            ActorKind = actorKind,
            SubjectReference = subjectReference,
            Details = JsonSerializer.Serialize(details ?? new Dictionary<string, string>()),
            TraceId = Activity.Current?.TraceId.ToString(),
        };

    // PostgreSQL keeps no more. The time is hashed, so a log must not change when it is moved there.
    private static DateTimeOffset WholeMicroseconds(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}

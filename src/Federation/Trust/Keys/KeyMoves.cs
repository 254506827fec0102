using CrossBorder.Federation.Audit;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>A step of a key together with its audit entry, whoever takes it.</summary>
internal static class KeyMoves
{
    public static void Take(KeyMove move, IAuditLog audit, string actorKind, string actor, DateTimeOffset now)
    {
        var (done, kind) = move.To switch
        {
            KeyState.Announced => (move.Key.Announce(now), "keys.announced"),
            KeyState.Active => (move.Key.Activate(now), "keys.activated"),
            KeyState.Retiring => (move.Key.Retire(now), "keys.retired"),
            KeyState.Removed => (move.Key.Remove(now), "keys.removed"),
            _ => throw new ArgumentOutOfRangeException(nameof(move), move.To, "The clock does not take this step."),
        };
        audit.Record(kind, actorKind, done.Value.Id, KeyDetails.Of(done.Value, actor));
    }
}

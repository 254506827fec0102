namespace CrossBorder.Federation.Trust.Keys;

/// <summary>One step that the clock asks for.</summary>
internal sealed record KeyMove(ManagedKey Key, KeyState To);

/// <summary>What is due now, and what comes next. Pure: whoever asks at the same moment gets the same answer.</summary>
internal static class RotationPlan
{
    /// <summary>Steps that are due, in the order in which they are taken. A removal may be held back by relying parties.</summary>
    public static IReadOnlyList<KeyMove> Due(IEnumerable<ManagedKey> keys, KeyRotationOptions options, DateTimeOffset now) =>
        [.. ByLine(keys).SelectMany(group => Due(group, options, now))];

    /// <summary>Lines whose key ends so soon that its successor has to be made now, and those that nothing signs in.</summary>
    public static IReadOnlyList<KeyLine> WantSuccessor(IEnumerable<ManagedKey> keys, KeyRotationOptions options, DateTimeOffset now) =>
        [.. from @group in ByLine(keys)
            where !@group.Any(key => key.IsSuccessor)
            let active = @group.FirstOrDefault(key => key.State == KeyState.Active)
            where active is null
                ? @group.Any(key => key.State is KeyState.Retiring or KeyState.Revoked)
                : options.Automatic && EndOf(active, options) - options.Announce - AheadOf(active, options) <= now
            select @group.Key];

    /// <summary>When a key moves next by the clock, and to what; null where the clock does not move it.</summary>
    public static (KeyState To, DateTimeOffset At)? Next(ManagedKey key, IReadOnlyList<ManagedKey> all, KeyRotationOptions options) => key.State switch
    {
        KeyState.Created when key.AwaitsCertificate => null,
        KeyState.Created => (KeyState.Announced, key.CreatedAt),
        KeyState.Announced => (KeyState.Active, Turn(key, all, options)),
        KeyState.Active when Successor(all, key.Line) is { AwaitsCertificate: false } successor => (KeyState.Retiring, Turn(successor, all, options)),
        // What waits for an authority waits for as long as that takes.
        KeyState.Active when Successor(all, key.Line) is not null => null,
        KeyState.Active when options.Automatic => (KeyState.Retiring, EndOf(key, options)),
        KeyState.Retiring => (KeyState.Removed, key.RetiringSince!.Value + options.Retire),
        _ => null,
    };

    private static IEnumerable<KeyMove> Due(IGrouping<KeyLine, ManagedKey> group, KeyRotationOptions options, DateTimeOffset now)
    {
        foreach (var created in group.Where(key => key is { State: KeyState.Created, AwaitsCertificate: false }))
            yield return new KeyMove(created, KeyState.Announced);

        var active = group.FirstOrDefault(key => key.State == KeyState.Active);
        var next = group.Where(key => key.State == KeyState.Announced).MinBy(key => key.AnnouncedAt);
        if (next is not null && (active is null || active.CertificateEnds <= now || next.AnnouncedAt + options.Announce <= now))
        {
            if (active is not null)
                yield return new KeyMove(active, KeyState.Retiring);
            yield return new KeyMove(next, KeyState.Active);
        }

        foreach (var retiring in group.Where(key => key.State == KeyState.Retiring && key.RetiringSince + options.Retire <= now))
            yield return new KeyMove(retiring, KeyState.Removed);
    }

    private static DateTimeOffset Turn(ManagedKey successor, IReadOnlyList<ManagedKey> all, KeyRotationOptions options)
    {
        var announced = (successor.AnnouncedAt ?? successor.CreatedAt) + options.Announce;
        // Nobody believes what is signed after the certificate's end: then its successor does not wait any longer.
        return all.FirstOrDefault(key => key.Line == successor.Line && key.State == KeyState.Active)?.CertificateEnds is { } end && end < announced ? end : announced;
    }

    private static DateTimeOffset EndOf(ManagedKey active, KeyRotationOptions options)
    {
        var end = active.ActiveSince!.Value + (KeyUses.IsCertified(active.Use) ? options.RotateCertifiedEvery : options.RotateEvery);
        return KeyUses.IsCertified(active.Use) && active.CertificateEnds < end ? active.CertificateEnds.Value : end;
    }

    private static TimeSpan AheadOf(ManagedKey active, KeyRotationOptions options) =>
        KeyUses.IsCertified(active.Use) ? options.RequestAhead : TimeSpan.Zero;

    private static ManagedKey? Successor(IEnumerable<ManagedKey> all, KeyLine line) =>
        all.Where(key => key.Line == line && key.IsSuccessor).MinBy(key => key.CreatedAt);

    private static IEnumerable<IGrouping<KeyLine, ManagedKey>> ByLine(IEnumerable<ManagedKey> keys) => keys.GroupBy(key => key.Line);
}

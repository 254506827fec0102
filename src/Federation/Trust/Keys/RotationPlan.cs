namespace CrossBorder.Federation.Trust.Keys;

/// <summary>One step that the clock asks for.</summary>
internal sealed record KeyMove(TokenKey Key, KeyState To);

/// <summary>What is due now, and what comes next. Pure: whoever asks at the same moment gets the same answer.</summary>
internal static class RotationPlan
{
    /// <summary>Steps that are due, in the order in which they are taken. A removal may be held back by relying parties.</summary>
    public static IReadOnlyList<KeyMove> Due(IEnumerable<TokenKey> keys, KeyRotationOptions options, DateTimeOffset now) =>
        [.. ByAlgorithm(keys).SelectMany(group => Due(group, options, now))];

    /// <summary>Algorithms whose key ends so soon that its successor has to be made now, and those that nothing signs with.</summary>
    public static IReadOnlyList<string> WantSuccessor(IEnumerable<TokenKey> keys, KeyRotationOptions options, DateTimeOffset now) =>
        [.. from @group in ByAlgorithm(keys)
            where !@group.Any(key => key.IsSuccessor)
            let active = @group.FirstOrDefault(key => key.State == KeyState.Active)
            where active is null
                ? @group.Any(key => key.State is KeyState.Retiring or KeyState.Revoked)
                : options.Automatic && active.ActiveSince + options.RotateEvery - options.Announce <= now
            select @group.Key];

    /// <summary>When a key moves next by the clock, and to what; null where the clock does not move it.</summary>
    public static (KeyState To, DateTimeOffset At)? Next(TokenKey key, IReadOnlyList<TokenKey> all, KeyRotationOptions options) => key.State switch
    {
        KeyState.Created => (KeyState.Announced, key.CreatedAt),
        KeyState.Announced => (KeyState.Active, key.AnnouncedAt!.Value + options.Announce),
        KeyState.Active when Successor(all, key.Algorithm) is { } successor =>
            (KeyState.Retiring, (successor.AnnouncedAt ?? successor.CreatedAt) + options.Announce),
        KeyState.Active when options.Automatic => (KeyState.Retiring, key.ActiveSince!.Value + options.RotateEvery),
        KeyState.Retiring => (KeyState.Removed, key.RetiringSince!.Value + options.Retire),
        _ => null,
    };

    private static IEnumerable<KeyMove> Due(IGrouping<string, TokenKey> group, KeyRotationOptions options, DateTimeOffset now)
    {
        foreach (var created in group.Where(key => key.State == KeyState.Created))
            yield return new KeyMove(created, KeyState.Announced);

        var active = group.FirstOrDefault(key => key.State == KeyState.Active);
        var next = group.Where(key => key.State == KeyState.Announced).MinBy(key => key.AnnouncedAt);
        if (next is not null && (active is null || next.AnnouncedAt + options.Announce <= now))
        {
            if (active is not null)
                yield return new KeyMove(active, KeyState.Retiring);
            yield return new KeyMove(next, KeyState.Active);
        }

        foreach (var retiring in group.Where(key => key.State == KeyState.Retiring && key.RetiringSince + options.Retire <= now))
            yield return new KeyMove(retiring, KeyState.Removed);
    }

    private static TokenKey? Successor(IEnumerable<TokenKey> all, string algorithm) =>
        all.Where(key => key.Algorithm == algorithm && key.IsSuccessor).MinBy(key => key.CreatedAt);

    private static IEnumerable<IGrouping<string, TokenKey>> ByAlgorithm(IEnumerable<TokenKey> keys) =>
        keys.GroupBy(key => key.Algorithm, StringComparer.Ordinal);
}

using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>
/// One key for tokens, from its making to its end. The rules stand here alone, so that console, command line and clock cannot differ.
/// </summary>
internal sealed class TokenKey
{
    /// <summary>The <c>kid</c>; never used again for another key.</summary>
    public required string Id { get; init; }

    public required string Algorithm { get; init; }

    public required KeyOrigin Origin { get; init; }

    /// <summary>Kept for ever, so that a token out of the past can be judged.</summary>
    public required string PublicJwk { get; init; }

    /// <summary>PKCS#8 under the key of section <c>KeyRotation</c>; null for a key of the settings, and after the end.</summary>
    public byte[]? SealedPrivate { get; private set; }

    public KeyState State { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AnnouncedAt { get; private set; }

    public DateTimeOffset? ActiveSince { get; private set; }

    public DateTimeOffset? RetiringSince { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Two officers agreed that it goes though relying parties lag behind.</summary>
    public bool GoesAnyway { get; private set; }

    /// <summary>Raised with each step: of two nodes that take the same one, one is told so.</summary>
    public int Version { get; private set; }

    /// <summary>Whether relying parties find it in the key set.</summary>
    public bool IsPublished => State is KeyState.Announced or KeyState.Active or KeyState.Retiring;

    /// <summary>Whether it is on its way to become the active one.</summary>
    public bool IsSuccessor => State is KeyState.Created or KeyState.Announced;

    public static TokenKey Create(string id, string algorithm, string publicJwk, byte[] sealedPrivate, DateTimeOffset now) => new()
    {
        Id = id, Algorithm = algorithm, Origin = KeyOrigin.Database, PublicJwk = publicJwk, SealedPrivate = sealedPrivate, CreatedAt = now,
    };

    /// <summary>A key of the settings begins its life in the key set; it waits there where another one signs.</summary>
    public static TokenKey Adopt(string id, string algorithm, string publicJwk, bool signs, DateTimeOffset now)
    {
        var key = new TokenKey { Id = id, Algorithm = algorithm, Origin = KeyOrigin.Settings, PublicJwk = publicJwk, CreatedAt = now, AnnouncedAt = now };
        key.State = signs ? KeyState.Active : KeyState.Announced;
        key.ActiveSince = signs ? now : null;
        return key;
    }

    /// <summary>Into the key set; CB6130.</summary>
    public Outcome<TokenKey> Announce(DateTimeOffset now)
    {
        if (State != KeyState.Created)
            return NotNow("be announced");
        AnnouncedAt = now;
        return Enter(KeyState.Announced);
    }

    /// <summary>It signs from now on; the one before it is retired in the same transaction. CB6130.</summary>
    public Outcome<TokenKey> Activate(DateTimeOffset now)
    {
        if (State != KeyState.Announced)
            return NotNow("be made active");
        ActiveSince = now;
        return Enter(KeyState.Active);
    }

    /// <summary>It signs no more; CB6130.</summary>
    public Outcome<TokenKey> Retire(DateTimeOffset now)
    {
        if (State != KeyState.Active)
            return NotNow("be retired");
        RetiringSince = now;
        return Enter(KeyState.Retiring);
    }

    /// <summary>It need not wait for relying parties that lag behind; CB6130.</summary>
    public Outcome<TokenKey> LetGo()
    {
        if (State != KeyState.Retiring || GoesAnyway)
            return NotNow("be let go");
        GoesAnyway = true;
        return Enter(KeyState.Retiring);
    }

    /// <summary>Out of the key set, in good order; CB6130.</summary>
    public Outcome<TokenKey> Remove(DateTimeOffset now) => State == KeyState.Retiring ? End(KeyState.Removed, now) : NotNow("be removed");

    /// <summary>Out of the key set at once, and nothing that it signed is believed; CB6130.</summary>
    public Outcome<TokenKey> Revoke(DateTimeOffset now) =>
        State is KeyState.Removed or KeyState.Revoked ? NotNow("be revoked") : End(KeyState.Revoked, now);

    private TokenKey End(KeyState state, DateTimeOffset now)
    {
        EndedAt = now;
        SealedPrivate = null;
        return Enter(state);
    }

    private TokenKey Enter(KeyState state)
    {
        State = state;
        Version++;
        return this;
    }

    private Error NotNow(string what) => ErrorCatalogue.KeyStepNotNow.With($"A key that is {State} cannot {what}.");
}

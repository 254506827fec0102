using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary>
/// One key of the hub in one use, from its making to its end. The rules stand here alone, so that console, command line and clock cannot
/// differ. A key of the settings with several uses has a row for each: it may be followed in one and still sign in another.
/// </summary>
internal sealed class ManagedKey
{
    /// <summary>The <c>kid</c>; never used again for another key.</summary>
    public required string Id { get; init; }

    /// <summary>Of <see cref="KeyUses.Managed"/>.</summary>
    public required string Use { get; init; }

    public required string Algorithm { get; init; }

    public required KeyOrigin Origin { get; init; }

    /// <summary>Kept for ever, so that what was signed in the past can be judged.</summary>
    public required string PublicJwk { get; init; }

    /// <summary>PKCS#8 under the key of section <c>KeyRotation</c>; null for a key of the settings, and after the end.</summary>
    public byte[]? SealedPrivate { get; private set; }

    /// <summary>Its certificates in PEM, leaf first; null for a key for tokens, and for one of the settings, which name them.</summary>
    public string? Chain { get; private set; }

    /// <summary>When its certificate ends; null where there is none.</summary>
    public DateTimeOffset? CertificateEnds { get; private set; }

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

    /// <summary>Whether others are shown it: in the key set, or in the list of the hub's certificates.</summary>
    public bool IsPublished => State is KeyState.Announced or KeyState.Active or KeyState.Retiring;

    /// <summary>Whether it is on its way to become the active one.</summary>
    public bool IsSuccessor => State is KeyState.Created or KeyState.Announced;

    /// <summary>Whether officers have to bring an authority's certificate before it goes on.</summary>
    public bool AwaitsCertificate => State == KeyState.Created && KeyUses.IsCertified(Use);

    /// <summary>Keys of one line follow one another.</summary>
    public KeyLine Line => new(Use, Algorithm);

    public static ManagedKey Create(string id, KeyLine line, string publicJwk, byte[] sealedPrivate, DateTimeOffset now) => new()
    {
        Id = id, Use = line.Use, Algorithm = line.Algorithm, Origin = KeyOrigin.Database, PublicJwk = publicJwk, SealedPrivate = sealedPrivate, CreatedAt = now,
    };

    /// <summary>A key of the settings begins its life; it waits where another one signs.</summary>
    public static ManagedKey Adopt(string id, KeyLine line, string publicJwk, bool signs, DateTimeOffset now)
    {
        var key = new ManagedKey
        {
            Id = id, Use = line.Use, Algorithm = line.Algorithm, Origin = KeyOrigin.Settings, PublicJwk = publicJwk, CreatedAt = now, AnnouncedAt = now,
        };
        key.State = signs ? KeyState.Active : KeyState.Announced;
        key.ActiveSince = signs ? now : null;
        return key;
    }

    /// <summary>Into the key set; CB6130, where a certificate has to come first too.</summary>
    public Outcome<ManagedKey> Announce(DateTimeOffset now)
    {
        if (State != KeyState.Created || AwaitsCertificate)
            return NotNow("be announced");
        AnnouncedAt = now;
        return Enter(KeyState.Announced);
    }

    /// <summary>An authority has certified it, and so others may be shown it; CB6130.</summary>
    public Outcome<ManagedKey> Certify(string chain, DateTimeOffset ends, DateTimeOffset now)
    {
        if (!AwaitsCertificate)
            return NotNow("be certified");
        (Chain, CertificateEnds, AnnouncedAt) = (chain, ends, now);
        return Enter(KeyState.Announced);
    }

    /// <summary>The settings name a certificate with another end for a key of theirs. True where that is news.</summary>
    public bool NoteCertificate(DateTimeOffset? ends)
    {
        // As whole as both databases keep it, and as certificates write it.
        if (CertificateEnds == ends)
            return false;
        CertificateEnds = ends;
        Version++;
        return true;
    }

    /// <summary>It signs from now on; the one before it is retired in the same transaction. CB6130.</summary>
    public Outcome<ManagedKey> Activate(DateTimeOffset now)
    {
        if (State != KeyState.Announced)
            return NotNow("be made active");
        ActiveSince = now;
        return Enter(KeyState.Active);
    }

    /// <summary>It signs no more; CB6130.</summary>
    public Outcome<ManagedKey> Retire(DateTimeOffset now)
    {
        if (State != KeyState.Active)
            return NotNow("be retired");
        RetiringSince = now;
        return Enter(KeyState.Retiring);
    }

    /// <summary>It need not wait for relying parties that lag behind; CB6130.</summary>
    public Outcome<ManagedKey> LetGo()
    {
        if (State != KeyState.Retiring || GoesAnyway)
            return NotNow("be let go");
        GoesAnyway = true;
        return Enter(KeyState.Retiring);
    }

    /// <summary>Out of the key set, in good order; CB6130.</summary>
    public Outcome<ManagedKey> Remove(DateTimeOffset now) => State == KeyState.Retiring ? End(KeyState.Removed, now) : NotNow("be removed");

    /// <summary>It goes before it ever signed, because its private half is not there any more; CB6130.</summary>
    public Outcome<ManagedKey> Abandon(DateTimeOffset now) => State == KeyState.Announced ? End(KeyState.Removed, now) : NotNow("be abandoned");

    /// <summary>Out of the key set at once, and nothing that it signed is believed; CB6130.</summary>
    public Outcome<ManagedKey> Revoke(DateTimeOffset now) =>
        State is KeyState.Removed or KeyState.Revoked ? NotNow("be revoked") : End(KeyState.Revoked, now);

    private ManagedKey End(KeyState state, DateTimeOffset now)
    {
        EndedAt = now;
        SealedPrivate = null;
        return Enter(state);
    }

    private ManagedKey Enter(KeyState state)
    {
        State = state;
        Version++;
        return this;
    }

    private Error NotNow(string what) => ErrorCatalogue.KeyStepNotNow.With(
        AwaitsCertificate ? $"A key that waits for its certificate cannot {what}." : $"A key that is {State} cannot {what}.");
}

/// <summary>One use and one algorithm: in it one key signs, and keys follow one another.</summary>
internal readonly record struct KeyLine(string Use, string Algorithm)
{
    private const char Between = '/';

    /// <summary>As officers write it: <c>RS256</c> for tokens, <c>envelopes/RS256</c> for all else.</summary>
    public static KeyLine Parse(string text)
    {
        var at = text.IndexOf(Between, StringComparison.Ordinal);
        return at < 0 ? new(KeyUses.Tokens, text) : new(text[..at], text[(at + 1)..]);
    }

    public override string ToString() => Use == KeyUses.Tokens ? Algorithm : $"{Use}{Between}{Algorithm}";
}

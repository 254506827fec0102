namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>
/// An initial access token (RFC 7591 section 1.2): an officer hands it to a developer, who registers with it a few times. Only its hash is kept,
/// and it lets nobody in: what is registered with it still waits for two officers.
/// </summary>
internal sealed class RegistrationTicket
{
    public const int MostUses = 20;

    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(90);

    public required Guid Id { get; init; }

    /// <summary>As <see cref="SecretTokens.HashOf"/> makes it.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Whom it was handed to, in the officer's words.</summary>
    public required string For { get; init; }

    public required string IssuedBy { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required int UsesLeft { get; set; }

    /// <summary>Counts the steps, so that the last use is used once.</summary>
    public long Revision { get; private set; }

    public bool Holds(DateTimeOffset now) => UsesLeft > 0 && now < ExpiresAt;

    public void Use()
    {
        UsesLeft--;
        Revision++;
    }

    /// <summary>Nobody registers with it any more.</summary>
    public void Withdraw()
    {
        UsesLeft = 0;
        Revision++;
    }
}

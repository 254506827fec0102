namespace CrossBorder.Federation.Accounts;

/// <summary>One agreement: to one recipient, for one purpose, in the words that the resident saw.</summary>
internal sealed class Consent
{
    public required string Id { get; init; }

    public required string ResidentId { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Digest of the purpose in all languages: another purpose is another consent.</summary>
    public required string PurposeKey { get; init; }

    /// <summary>Scopes agreed to, separated by blanks.</summary>
    public required string Scopes { get; init; }

    public required string Language { get; init; }

    /// <summary>The exact text shown.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }
}

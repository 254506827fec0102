namespace CrossBorder.Federation.SignIn;

/// <summary>An assertion that was used. The key is unique, so that of two uses at once one fails, on any node.</summary>
internal sealed class ReplayEntry
{
    /// <summary>Hash of issuer and identifier.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

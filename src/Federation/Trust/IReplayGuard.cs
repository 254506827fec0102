namespace CrossBorder.Federation.Trust;

/// <summary>Remembers used assertions, of homes and of clients, in the database: through restarts, and for all nodes.</summary>
internal interface IReplayGuard
{
    /// <summary>True the first time, false ever after.</summary>
    Task<bool> TryUseAsync(string issuer, string identifier, DateTimeOffset expires, CancellationToken cancellationToken);
}

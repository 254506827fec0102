namespace CrossBorder.Federation.SignIn;

/// <summary>Remembers used assertions in the database, through restarts.</summary>
internal interface IReplayGuard
{
    /// <summary>True the first time, false ever after.</summary>
    Task<bool> TryUseAsync(string issuer, string identifier, DateTimeOffset expires, CancellationToken cancellationToken);
}

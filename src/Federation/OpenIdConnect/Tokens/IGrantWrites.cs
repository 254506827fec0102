namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>What one answer of the protocol writes: that a code was redeemed, the authorization, each token. All of it or nothing is stored.</summary>
internal interface IGrantWrites
{
    /// <summary>From here on what is created or changed waits for <see cref="CommitAsync"/>, in the request that this belongs to.</summary>
    void Gather();

    /// <summary>
    /// Stores what was gathered; once it returns, that is on the disk. False where another request changed first what this one changes, a code
    /// that both redeem for one; then nothing is stored.
    /// </summary>
    Task<bool> CommitAsync(CancellationToken cancellationToken);
}

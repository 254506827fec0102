namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>Sign-outs, with those who are to hear of them.</summary>
internal interface ISignOuts
{
    /// <summary>With its notices; null where there is none of this id since that moment.</summary>
    Task<SignOut?> FindAsync(string id, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>A resident's, newest first, with their notices.</summary>
    Task<IReadOnlyList<SignOut>> ListAsync(string residentId, CancellationToken cancellationToken);
}

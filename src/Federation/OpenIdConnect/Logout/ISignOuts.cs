namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>Sign-outs, with those who are to hear of them.</summary>
internal interface ISignOuts
{
    /// <summary>With its notices; null where there is none of this id since that moment.</summary>
    Task<SignOut?> FindAsync(string id, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>One page of a resident's, newest first, with their notices.</summary>
    /// <param name="residentId">Whose.</param>
    /// <param name="skip">How many newer ones are left out.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    Task<IReadOnlyList<SignOut>> ListAsync(string residentId, int skip, int most, CancellationToken cancellationToken);
}

namespace CrossBorder.Federation.SignIn;

/// <summary>Journeys in the database. Changes rest in the current unit of work until it is saved.</summary>
internal interface IJourneys
{
    void Add(SignInJourneyRow row);

    Task<SignInJourneyRow?> FindAsync(string id, CancellationToken cancellationToken);

    void Remove(SignInJourneyRow row);

    void Add(Session session);

    /// <summary>False where another request was faster: nothing of this unit of work was stored.</summary>
    Task<bool> TrySaveAsync(CancellationToken cancellationToken);
}

namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>Makes deliveries due at once. Their ids and envelopes stay, so a department that has one already knows it.</summary>
internal interface IRedrives
{
    /// <summary>All dead letters of a department and cause; stores the re-drive with its audit entry, and nothing where there are none.</summary>
    /// <returns>How many.</returns>
    Task<int> GroupAsync(Redrive redrive, CancellationToken cancellationToken);

    /// <summary>One delivery that waits.</summary>
    /// <returns>Null where no delivery of this id waits.</returns>
    Task<Redrive?> OneAsync(string deliveryId, string officer, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The latest, newest first.</summary>
    Task<IReadOnlyList<RedriveProgress>> LatestAsync(int most, DateTimeOffset now, CancellationToken cancellationToken);
}

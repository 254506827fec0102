namespace CrossBorder.Federation.Applications.Licences;

/// <summary>Where licences that were found lie until the application is filed.</summary>
internal interface ILicenceSnapshots
{
    /// <summary>Null where there is none of that id that is still good.</summary>
    Task<string?> FindAsync(string id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>In the place of an older one. Of two that are kept at the same moment one stays.</summary>
    Task KeepAsync(LicenceSnapshot snapshot, CancellationToken cancellationToken);

    Task ForgetAsync(string id, CancellationToken cancellationToken);
}

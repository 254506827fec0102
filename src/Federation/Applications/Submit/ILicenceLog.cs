namespace CrossBorder.Federation.Applications.Submit;

/// <summary>Where it is written down that somebody's electronic licences are looked up: the resident reads it.</summary>
internal interface ILicenceLog
{
    /// <summary>Stored once this returns, so that no look-up goes unseen.</summary>
    Task RecordAsync(LicenceLook look, CancellationToken cancellationToken);
}

/// <param name="ClientId">The client that it is done for; null for the hub's own portal.</param>
/// <param name="ConsentId">The consent that it rests on.</param>
/// <param name="Kinds">The licences that are asked for.</param>
internal sealed record LicenceLook(string ResidentId, string? ClientId, string ConsentId, IReadOnlyCollection<string> Kinds);

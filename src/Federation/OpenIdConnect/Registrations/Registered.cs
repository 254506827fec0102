using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>A registration with what was registered last and what counts.</summary>
internal sealed record Registered(
    Registration Registration, RegistrationVersion LatestVersion, ClientMetadata Latest, RegistrationVersion? InForceVersion, ClientMetadata? InForce)
{
    public Standing Standing => Registration.State switch
    {
        RegistrationState.Ended => Standing.Ended,
        RegistrationState.Suspended => Standing.Suspended,
        _ => LatestVersion.State switch
        {
            VersionState.InForce => Standing.InForce,
            VersionState.SentBack => Standing.SentBack,
            VersionState.Read => Standing.Read,
            _ => Standing.Waiting,
        },
    };

    /// <summary>CB6173 where there is none; CB2111 where this hub does not understand the row.</summary>
    public static async Task<Outcome<Registered>> FindAsync(IRegistrations registrations, string clientId, CancellationToken cancellationToken)
    {
        if (await registrations.FindAsync(clientId, cancellationToken) is not { } registration)
            return ErrorCatalogue.RegistrationUnknown.With($"No client '{clientId}' registered itself.");
        return Of(new(registration, await registrations.VersionsAsync(clientId, cancellationToken)));
    }

    /// <summary>CB2111 where this hub does not understand what was registered last, or what counts.</summary>
    public static Outcome<Registered> Of(RegistrationVersions read)
    {
        var last = read.Versions[0];
        var counts = read.Versions.FirstOrDefault(version => version.State == VersionState.InForce);
        return ClientMetadata.Read(last.Metadata).Then(latest => counts is null
            ? new Registered(read.Registration, last, latest, null, null)
            : ClientMetadata.Read(counts.Metadata).Map(inForce => new Registered(read.Registration, last, latest, counts, inForce)));
    }
}

/// <summary>How far what was registered last has come.</summary>
internal enum Standing
{
    Waiting,
    Read,
    InForce,
    SentBack,
    Suspended,
    Ended,
}

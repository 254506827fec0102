using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Registrations.Metadata;
using CrossBorder.Verification.Outcomes;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>A registration that counts, as the rest of the protocol knows relying parties: as if an operator had written it into the settings.</summary>
internal sealed record RegisteredClient(RelyingPartyOptions Options, ClientKeySet? Keys, Recipient Recipient, ClientMetadata Metadata, string Mark)
{
    /// <summary>CB2111 for a row that this hub does not understand.</summary>
    public static Outcome<RegisteredClient> Of(RegistrationInForce inForce)
    {
        var read = ClientMetadata.Read(inForce.Version.Metadata);
        if (!read.TryGetValue(out var metadata))
            return Outcome<RegisteredClient>.Refused(read.Errors);
        var keys = metadata.Jwks is { } jwks ? RegisteredKeys.Read(jwks) : null;
        if (keys is { Succeeded: false })
            return Outcome<RegisteredClient>.Refused(keys.Errors);

        var id = inForce.Registration.ClientId;
        return new RegisteredClient(
            OptionsOf(inForce.Registration, metadata), keys?.Value, new Recipient(id, metadata.Name, metadata.Contacts[0], metadata.Purpose), metadata, inForce.Mark);
    }

    private static RelyingPartyOptions OptionsOf(Registration registration, ClientMetadata metadata) => new()
    {
        ClientId = registration.ClientId,
        Type = metadata.AuthenticationMethod == ClientMethods.None ? OpenIddictConstants.ClientTypes.Public : OpenIddictConstants.ClientTypes.Confidential,
        SecretHashes = metadata.NeedsSecret && registration.SecretHash is { } hash ? [hash] : [],
        AuthenticationMethods = [metadata.AuthenticationMethod],
        IdTokenAlgorithm = metadata.IdTokenAlgorithm,
        Scopes = [.. metadata.Scopes],
        RedirectUris = [.. metadata.RedirectUris],
        PostLogoutRedirectUris = [.. metadata.PostLogoutRedirectUris],
        BackchannelLogoutUri = metadata.BackchannelLogoutUri,
        DpopBoundAccessTokens = metadata.DpopBoundAccessTokens,
        GrantTypes = [.. metadata.GrantTypes],
    };
}

using Microsoft.IdentityModel.Tokens;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>One relying party of the settings as OpenIddict keeps it. What is not named here is not allowed.</summary>
internal static class ClientDescriptor
{
    /// <summary>Name of the setting in OpenIddict's rows (RFC 7591 calls the metadata so).</summary>
    public const string IdTokenAlgorithm = "id_token_signed_response_alg";

    /// <summary>Name of the setting in OpenIddict's rows: allowed methods, separated by blanks.</summary>
    public const string AuthenticationMethods = "token_endpoint_auth_methods";

    public static OpenIddictApplicationDescriptor Of(RelyingPartyOptions client, ClientKeySet? keys)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = client.ClientId,
            ClientType = client.Type,
            ConsentType = ConsentTypes.External,
            ClientSecret = SecretOf(client),
            JsonWebKeySet = keys is null ? null : new JsonWebKeySet(keys.Json),
        };
        descriptor.Settings[AuthenticationMethods] = string.Join(' ', client.AuthenticationMethods);
        if (client.IdTokenAlgorithm is { } algorithm)
            descriptor.Settings[IdTokenAlgorithm] = algorithm;
        ClientPolicy.Write(client, descriptor);
        foreach (var address in client.RedirectUris)
            descriptor.RedirectUris.Add(new Uri(address));
        foreach (var address in client.PostLogoutRedirectUris)
            descriptor.PostLogoutRedirectUris.Add(new Uri(address));
        descriptor.Permissions.UnionWith(PermissionsOf(client));
        if (client.GrantTypes.Contains(GrantTypes.AuthorizationCode))
            descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        return descriptor;
    }

    // OpenIddict wants a confidential client to have a secret or a key of its own; one that comes with a certificate has neither.
    private static string? SecretOf(RelyingPartyOptions client) => client.SecretHashes.Count > 0
        ? HashedSecretApplicationManager.Join(client.SecretHashes)
        : client.AuthenticationMethods.Exists(ClientMethods.IsByCertificate) ? HashedSecretApplicationManager.NoSecret : null;

    private static IEnumerable<string> PermissionsOf(RelyingPartyOptions client)
    {
        yield return Permissions.Endpoints.Token;
        yield return Permissions.Endpoints.Revocation;
        if (client.Type == ClientTypes.Confidential)
            yield return Permissions.Endpoints.Introspection;
        if (client.GrantTypes.Contains(GrantTypes.AuthorizationCode))
        {
            yield return Permissions.Endpoints.Authorization;
            yield return Permissions.Endpoints.EndSession;
            yield return Permissions.ResponseTypes.Code;
        }

        if (client.GrantTypes.Contains(GrantTypes.DeviceCode))
            yield return Permissions.Endpoints.DeviceAuthorization;
        foreach (var grant in client.GrantTypes)
            yield return Permissions.Prefixes.GrantType + grant;
        foreach (var audience in client.ExchangeAudiences)
            yield return Permissions.Prefixes.Audience + audience;
        // openid and offline_access are always granted by OpenIddict where the grant allows them.
        foreach (var scope in client.Scopes)
            yield return Permissions.Prefixes.Scope + scope;
    }
}

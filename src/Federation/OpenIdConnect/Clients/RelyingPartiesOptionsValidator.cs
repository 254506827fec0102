using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Profiles;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using CrossBorder.Federation.Trust;
using Microsoft.Extensions.Options;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

internal sealed class RelyingPartiesOptionsValidator(IConfiguration configuration, SettingsPaths paths, IHostEnvironment environment) : IValidateOptions<RelyingPartiesOptions>
{
    private static readonly string[] KnownGrants =
        [GrantTypes.AuthorizationCode, GrantTypes.RefreshToken, GrantTypes.ClientCredentials, GrantTypes.DeviceCode, GrantTypes.TokenExchange];

    public ValidateOptionsResult Validate(string? name, RelyingPartiesOptions options)
    {
        var faults = new SettingFaults();
        var keys = configuration.GetSection("SigningKeys").Get<List<SigningKeyOptions>>() ?? [];
        var algorithms = keys
            .Where(key => key.Uses.Contains(KeyUses.Tokens)).Select(key => key.Algorithm).ToHashSet(StringComparer.Ordinal);

        foreach (var twice in options.RelyingParties.GroupBy(client => client.ClientId, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Invalid($"RelyingParties:{twice.Key}", "stands there twice");
        foreach (var client in options.RelyingParties)
        {
            var setting = $"RelyingParties:{client.ClientId}";
            if (client.ClientId.Length is 0 or > 100 || HubPortal.IsOurs(client.ClientId))
                faults.Invalid(setting, "needs a ClientId of 1 to 100 characters that is not the portal's");
            if (client.IdTokenAlgorithm is { } algorithm && !algorithms.Contains(algorithm))
                faults.Invalid($"{setting}:IdTokenAlgorithm", $"is '{algorithm}', for which no signing key for tokens is configured");
            if (client.Scopes.Contains(HubScopes.IdentityVerify) && !keys.Exists(key => key.Uses.Contains(KeyUses.Attestations)))
                faults.Invalid($"{setting}:Scopes", $"names '{HubScopes.IdentityVerify}', and no signing key is for {KeyUses.Attestations}");
            CheckGrants(setting, client, faults);
            CheckExchange(setting, client, options.RelyingParties, faults);
            CheckProof(setting, client, faults);
            MessageSettings.Check(setting, client, algorithms, paths, faults);
            ProfileFaults.Find(setting, client, environment, faults);
            if (client.BackchannelLogoutUri is { } logout && !PostAddress.IsSafe(logout, environment))
                faults.Invalid($"{setting}:BackchannelLogoutUri", $"is '{logout}', {PostAddress.Fault}");
        }

        return faults.ToResult();
    }

    private static void CheckGrants(string setting, RelyingPartyOptions client, SettingFaults faults)
    {
        foreach (var grant in client.GrantTypes.Where(grant => !KnownGrants.Contains(grant)))
            faults.Invalid($"{setting}:GrantTypes", $"names '{grant}'");
        foreach (var scope in client.Scopes.Where(scope => scope is not (Scopes.OpenId or Scopes.OfflineAccess) && !HubScopes.All.Contains(scope)))
            faults.Invalid($"{setting}:Scopes", $"names '{scope}'");
        if (client.GrantTypes.Contains(GrantTypes.AuthorizationCode) && client.RedirectUris.Count == 0)
            faults.Invalid($"{setting}:RedirectUris", "is empty: a code could be sent nowhere");
        if (client.GrantTypes.Contains(GrantTypes.DeviceCode) && (client.GrantTypes.Contains(GrantTypes.RefreshToken) || client.Scopes.Contains(Scopes.OfflineAccess)))
            faults.Invalid($"{setting}:GrantTypes", "names a device and refresh tokens: what many people use keeps nothing");
        if (FapiAlgorithms.GetsIdTokens(client) && client.IdTokenAlgorithm is null)
            faults.Invalid($"{setting}:IdTokenAlgorithm", "is missing");

        foreach (var address in client.RedirectUris.Concat(client.PostLogoutRedirectUris))
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0)
                faults.Invalid($"{setting}:RedirectUris", $"holds '{address}', which is not an absolute address without fragment");
            else if (uri.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback)
                faults.Invalid($"{setting}:RedirectUris", $"holds '{address}': plain http is for loopback alone (RFC 8252 section 7.3)");
    }

    private static void CheckExchange(string setting, RelyingPartyOptions client, List<RelyingPartyOptions> all, SettingFaults faults)
    {
        if (client.GrantTypes.Contains(GrantTypes.TokenExchange) != client.ExchangeAudiences.Count > 0)
            faults.Invalid($"{setting}:ExchangeAudiences", $"goes with the grant {GrantTypes.TokenExchange}");
        // Whoever acts for a resident is known for certain.
        if (client.ExchangeAudiences.Count > 0 && client.Type != ClientTypes.Confidential)
            faults.Invalid($"{setting}:ExchangeAudiences", "needs a confidential client");
        // An exchanged token is bound to nobody: who may only have bound ones gets none.
        if (client.ExchangeAudiences.Count > 0 && (ClientProfile.IsFapi(client.Profile) || client.DpopBoundAccessTokens || client.CertificateBoundAccessTokens))
            faults.Invalid($"{setting}:ExchangeAudiences", "does not go with tokens that are bound to a key or a certificate");
        foreach (var audience in client.ExchangeAudiences.Where(audience => audience == client.ClientId || !all.Exists(other => other.ClientId == audience)))
            faults.Invalid($"{setting}:ExchangeAudiences", $"names '{audience}', which is no other client");
    }

    private void CheckProof(string setting, RelyingPartyOptions client, SettingFaults faults)
    {
        foreach (var method in client.AuthenticationMethods.Where(method => !ClientMethods.All.Contains(method)))
            faults.Invalid($"{setting}:AuthenticationMethods", $"names '{method}'");
        if (client.AuthenticationMethods.Count == 0)
            faults.Invalid($"{setting}:AuthenticationMethods", "is empty");

        var isPublic = client.Type == ClientTypes.Public;
        if (!isPublic && client.Type != ClientTypes.Confidential)
            faults.Invalid($"{setting}:Type", "must be confidential or public");
        if (isPublic != client.AuthenticationMethods.Contains(ClientMethods.None))
            faults.Invalid($"{setting}:AuthenticationMethods", "must be none for a public client, and for no other");
        if (client.AuthenticationMethods.Exists(ClientMethods.NeedsSecret) != client.SecretHashes.Count > 0)
            faults.Invalid($"{setting}:SecretHashes", "goes with client_secret_basic and client_secret_post");
        if (client.SecretHashes.Exists(hash => hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)))
            faults.Invalid($"{setting}:SecretHashes", "must be SHA-256 in lower-case hex");

        if ((client.AuthenticationMethods.Exists(ClientMethods.NeedsKeySet) || MessageSettings.NeedKeys(client)) != client.JwksFile is not null)
            faults.Invalid($"{setting}:JwksFile", "goes with private_key_jwt, self_signed_tls_client_auth, signed requests and encryption");
        else if (client.JwksFile is { } file && ClientKeySet.Read(setting, paths.Resolve(file)) is { Succeeded: false } unread)
            faults.Add(unread.Errors);
    }
}

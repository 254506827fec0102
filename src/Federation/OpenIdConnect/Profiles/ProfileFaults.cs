using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.MutualTls;
using CrossBorder.Verification.Crypto;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>What stands in the way of a client's profile, told at the start and not at its first request.</summary>
internal static class ProfileFaults
{
    /// <summary>FAPI 2.0 Security Profile section 5.4.1, and SM2, which fills the same place where it is wanted.</summary>
    public static IReadOnlyList<string> Algorithms { get; } =
        [AlgorithmCatalogue.PS256.Name, AlgorithmCatalogue.ES256.Name, AlgorithmCatalogue.Sm2.Name];

    private static readonly string[] Methods = [ClientMethods.PrivateKeyJwt, ClientMethods.TlsClientAuth, ClientMethods.SelfSignedTlsClientAuth];

    public static void Find(string setting, RelyingPartyOptions client, IHostEnvironment environment, SettingFaults faults)
    {
        if (!ClientProfile.All.Contains(client.Profile))
            faults.Invalid($"{setting}:Profile", $"is '{client.Profile}', and not one of {string.Join(", ", ClientProfile.All)}");
        if (client.DpopNonce && !client.DpopBoundAccessTokens)
            faults.Invalid($"{setting}:DpopNonce", "goes with DpopBoundAccessTokens");
        if (client.DpopBoundAccessTokens && client.CertificateBoundAccessTokens)
            faults.Invalid($"{setting}:CertificateBoundAccessTokens", "does not go with DpopBoundAccessTokens: a token is bound in one way");
        if (client.AuthenticationMethods.Contains(ClientMethods.TlsClientAuth) != (client.TlsClientSubject is not null && client.TlsClientJurisdiction is not null))
            faults.Invalid($"{setting}:TlsClientSubject", "and TlsClientJurisdiction go with tls_client_auth");
        if (client.TlsClientSubject is { } subject && !CertificateSubject.IsName(subject))
            faults.Invalid($"{setting}:TlsClientSubject", $"is '{subject}', which is no distinguished name (RFC 4514)");
        if (ClientProfile.IsFapi(client.Profile))
            FindFapi(setting, client, environment, faults);
    }

    private static void FindFapi(string setting, RelyingPartyOptions client, IHostEnvironment environment, SettingFaults faults)
    {
        if (client.Type != ClientTypes.Confidential)
            faults.Invalid($"{setting}:Type", $"must be {ClientTypes.Confidential} for profile {client.Profile}");
        foreach (var method in client.AuthenticationMethods.Where(method => !Methods.Contains(method)))
            faults.Invalid($"{setting}:AuthenticationMethods", $"names '{method}', which profile {client.Profile} does not take");
        // Who gets id tokens and names none is told that it is missing, whatever keys there are.
        if (client.IdTokenAlgorithm is null && !FapiAlgorithms.GetsIdTokens(client))
            faults.Invalid($"{setting}:Profile", $"is {client.Profile}, and no signing key for tokens is {string.Join(", ", Algorithms)}");
        if (client.IdTokenAlgorithm is { } algorithm && !Algorithms.Contains(algorithm))
            faults.Invalid($"{setting}:IdTokenAlgorithm", $"is '{algorithm}'; profile {client.Profile} takes {string.Join(", ", Algorithms)}");
        foreach (var (name, named) in new[]
        {
            (nameof(client.AuthorizationResponseAlgorithm), client.AuthorizationResponseAlgorithm),
            (nameof(client.IntrospectionAlgorithm), client.IntrospectionAlgorithm),
            (nameof(client.UserInfoAlgorithm), client.UserInfoAlgorithm),
        }.Concat((client.RequestObjects?.Algorithms ?? []).Select(one => (nameof(client.RequestObjects), (string?)one))))
            if (named is not null && !Algorithms.Contains(named))
                faults.Invalid($"{setting}:{name}", $"is '{named}'; profile {client.Profile} takes {string.Join(", ", Algorithms)}");
        if (client.GrantTypes.Contains(GrantTypes.DeviceCode))
            faults.Invalid($"{setting}:GrantTypes", $"names the device grant, which profile {client.Profile} does not have");
        foreach (var address in client.RedirectUris.Where(address => !address.StartsWith("https://", StringComparison.Ordinal)))
            if (!environment.IsDevelopment() || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsLoopback)
                faults.Invalid($"{setting}:RedirectUris", $"holds '{address}'; profile {client.Profile} wants https");
    }
}

using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.MutualTls;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>What a client has to keep to, as it stands in OpenIddict's row of it.</summary>
/// <param name="IsFapi">FAPI 2.0 Security Profile.</param>
/// <param name="NeedsProof">Its tokens are bound by DPoP, and nothing else will do.</param>
/// <param name="NeedsNonce">Its proofs carry a nonce of the hub.</param>
/// <param name="BindsToCertificate">A client certificate that it shows binds its tokens.</param>
internal sealed record ClientPolicy(bool IsFapi, bool NeedsProof, bool NeedsNonce, bool BindsToCertificate)
{
    /// <summary>FAPI 2.0 Security Profile section 5.3.2.1: codes live for a minute at most.</summary>
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromSeconds(60);

    private const string Profile = "profile";
    private const string DpopBound = "dpop_bound_access_tokens";
    private const string DpopNonce = "dpop_nonce";
    private const string CertificateBound = "tls_client_certificate_bound_access_tokens";

    public bool IsBound => IsFapi || NeedsProof || BindsToCertificate;

    /// <summary>Null where there is no such client.</summary>
    public static async ValueTask<ClientPolicy?> FindAsync(IOpenIddictApplicationManager applications, string? clientId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(clientId) || await applications.FindByClientIdAsync(clientId, cancellationToken) is not { } client)
            return null;

        var settings = await applications.GetSettingsAsync(client, cancellationToken);
        return new ClientPolicy(
            ClientProfile.IsFapi(settings.GetValueOrDefault(Profile)),
            settings.ContainsKey(DpopBound),
            settings.ContainsKey(DpopNonce),
            settings.ContainsKey(CertificateBound));
    }

    /// <summary>Writes it into the row.</summary>
    public static void Write(RelyingPartyOptions client, OpenIddictApplicationDescriptor descriptor)
    {
        if (client.GrantTypes.Contains(OpenIddictConstants.GrantTypes.AuthorizationCode))
            descriptor.Permissions.Add(OpenIddictConstants.Permissions.Endpoints.PushedAuthorization);
        if (client.Profile != ClientProfile.Plain)
            descriptor.Settings[Profile] = client.Profile;
        if (ClientProfile.IsFapi(client.Profile))
            descriptor.Settings[OpenIddictConstants.Settings.TokenLifetimes.AuthorizationCode] = CodeLifetime.ToString();
        if (client.DpopBoundAccessTokens)
            descriptor.Settings[DpopBound] = bool.TrueString;
        if (client.DpopNonce)
            descriptor.Settings[DpopNonce] = bool.TrueString;
        if (client.CertificateBoundAccessTokens)
            descriptor.Settings[CertificateBound] = bool.TrueString;
        if (client.TlsClientSubject is { } subject)
            descriptor.Settings[CertificateSubject.Setting] = subject;
        if (client.TlsClientJurisdiction is { } jurisdiction)
            descriptor.Settings[CertificateSubject.JurisdictionSetting] = jurisdiction;
    }
}

using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CrossBorder.Verification.Crypto.IdentityModel;

/// <summary>
/// Reads provider metadata as the stock retriever does, and then takes up the SM2 keys of the key set, which the stock one drops without a word.
/// Key roll-over keeps working, for the stock manager still decides when to ask again.
/// </summary>
public sealed class ShangMiConfigurationRetriever : IConfigurationRetriever<OpenIdConnectConfiguration>
{
    /// <inheritdoc/>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel)
    {
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(address, retriever, cancel);
        foreach (var jwk in configuration.JsonWebKeySet?.Keys ?? [])
        {
            if (SecurityKeys.TryReadSm2(jwk, out var key))
                configuration.SigningKeys.Add(SecurityKeys.From(key));
        }

        return configuration;
    }
}

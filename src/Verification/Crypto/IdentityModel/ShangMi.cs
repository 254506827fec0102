using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CrossBorder.Verification.Crypto.IdentityModel;

/// <summary>The one line that lets a stock relying party accept tokens signed with SM2.</summary>
public static class ShangMi
{
    /// <summary>
    /// Prepares an OpenID Connect relying party:
    /// <c>options.ConfigurationManager = ShangMi.Accept(options.Authority!, options.ProtocolValidator, options.TokenValidationParameters);</c>
    /// RSA and ECDSA keys of the same provider go on working.
    /// </summary>
    /// <param name="authority">The issuer, or the address of its metadata.</param>
    /// <param name="protocol">Learns that <c>at_hash</c> and <c>c_hash</c> of an SM2 token are made with SM3.</param>
    /// <param name="tokens">Learns to create verifiers for SM2.</param>
    /// <param name="requireHttps">False only for a provider on the loopback of a development machine.</param>
    /// <param name="backchannel">The HTTP client to fetch metadata with; one is made where null.</param>
    public static IConfigurationManager<OpenIdConnectConfiguration> Accept(
        string authority,
        OpenIdConnectProtocolValidator protocol,
        TokenValidationParameters tokens,
        bool requireHttps = true,
        HttpClient? backchannel = null)
    {
        protocol.HashAlgorithmMap[AlgorithmCatalogue.Sm2.Name] = AlgorithmCatalogue.Sm2.Digest;
        protocol.CryptoProviderFactory = CatalogueCryptoProvider.Factory;
        return Accept(authority, tokens, requireHttps, backchannel);
    }

    /// <summary>Prepares an API that validates access tokens, where there is no protocol validator.</summary>
    /// <param name="authority">The issuer, or the address of its metadata.</param>
    /// <param name="tokens">Learns to create verifiers for SM2.</param>
    /// <param name="requireHttps">False only for a provider on the loopback of a development machine.</param>
    /// <param name="backchannel">The HTTP client to fetch metadata with; one is made where null.</param>
    public static IConfigurationManager<OpenIdConnectConfiguration> Accept(
        string authority, TokenValidationParameters tokens, bool requireHttps = true, HttpClient? backchannel = null)
    {
        tokens.CryptoProviderFactory = CatalogueCryptoProvider.Factory;
        var documents = backchannel is null ? new HttpDocumentRetriever() : new HttpDocumentRetriever(backchannel);
        documents.RequireHttps = requireHttps;
        return new ConfigurationManager<OpenIdConnectConfiguration>(MetadataAddress(authority), new ShangMiConfigurationRetriever(), documents);
    }

    private static string MetadataAddress(string authority)
    {
        const string WellKnown = ".well-known/openid-configuration";
        return authority.EndsWith(WellKnown, StringComparison.Ordinal) ? authority : $"{authority.TrimEnd('/')}/{WellKnown}";
    }
}

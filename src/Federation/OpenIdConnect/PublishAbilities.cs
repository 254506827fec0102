using System.Collections.Immutable;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Requests;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>What the hub can do beyond what OpenIddict says of itself (OpenID Connect Discovery section 3, Back-Channel Logout section 2.1).</summary>
internal sealed class PublishAbilities : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.Claims.UnionWith(ClaimScopes.Known);
        context.TokenEndpointAuthenticationMethods.Add(ClientMethods.None);
        context.Metadata["token_endpoint_auth_signing_alg_values_supported"] = Values(AlgorithmPolicy.Default.NamesFor(SignatureUse.ClientAssertions));
        context.Metadata["acr_values_supported"] = Values(Enum.GetValues<AssuranceLevel>().Select(level => level.ToUrn()));
        context.Metadata["claims_parameter_supported"] = true;
        context.Metadata["claim_types_supported"] = Values(["normal"]);
        // The pages fit what they are shown on, so that each of these is the same page.
        context.Metadata["display_values_supported"] = Values(["page", "popup", "touch"]);
        context.Metadata["ui_locales_supported"] = Values(Languages.All.Select(language => language.Tag));
        // Names come in all that the home proved, by language tag.
        context.Metadata["claims_locales_supported"] = Values(["zh-Hant", "zh-Hans"]);
        context.Metadata["backchannel_logout_supported"] = true;
        context.Metadata["backchannel_logout_session_supported"] = true;
        return default;
    }

    private static OpenIddictParameter Values(IEnumerable<string> values) => new(ImmutableArray.CreateRange<string?>(values));
}

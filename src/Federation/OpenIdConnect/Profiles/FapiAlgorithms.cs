using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust;
using Microsoft.Extensions.Options;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>
/// Says by which algorithm the tokens of a strict client are signed that names none, because it is given no id token: one that its profile takes and
/// that a key of the hub signs with. What is said of all other clients, RS256, its profile forbids (FAPI 2.0 Security Profile section 5.4.1).
/// </summary>
internal sealed class FapiAlgorithms(IConfiguration configuration) : IPostConfigureOptions<RelyingPartiesOptions>
{
    /// <summary>Whether a grant of the client comes with id tokens.</summary>
    public static bool GetsIdTokens(RelyingPartyOptions client) =>
        client.GrantTypes.Exists(grant => grant is GrantTypes.AuthorizationCode or GrantTypes.DeviceCode);

    public void PostConfigure(string? name, RelyingPartiesOptions options)
    {
        var signed = (configuration.GetSection("SigningKeys").Get<List<SigningKeyOptions>>() ?? [])
            .Where(key => key.Uses.Contains(KeyUses.Tokens)).Select(key => key.Algorithm).ToHashSet(StringComparer.Ordinal);
        foreach (var client in options.RelyingParties.Where(client => client.IdTokenAlgorithm is null && ClientProfile.IsFapi(client.Profile)))
            // Who gets id tokens has to say it, and is refused at the start otherwise.
            if (!GetsIdTokens(client))
                client.IdTokenAlgorithm = ProfileFaults.Algorithms.FirstOrDefault(signed.Contains);
    }
}

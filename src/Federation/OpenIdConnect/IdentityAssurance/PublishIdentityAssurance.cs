using System.Collections.Immutable;
using CrossBorder.Federation.OpenIdConnect.Endpoints;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.IdentityAssurance;

/// <summary>What can be asked for by <c>verified_claims</c> (OpenID Connect for Identity Assurance 1.0, section 8).</summary>
internal sealed class PublishIdentityAssurance : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.Metadata["verified_claims_supported"] = true;
        foreach (var (name, values) in new (string, IEnumerable<string>)[]
        {
            ("trust_frameworks_supported", [VerifiedClaims.TrustFramework]),
            ("evidence_supported", [VerifiedClaims.Evidence]),
            ("electronic_records_supported", [VerifiedClaims.Record]),
            ("claims_in_verified_claims_supported", VerifiedClaims.Known),
        })
            context.Metadata[name] = new OpenIddictParameter(ImmutableArray.CreateRange<string?>(values));
        return default;
    }
}

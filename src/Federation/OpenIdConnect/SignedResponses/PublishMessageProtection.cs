using System.Collections.Immutable;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto.Encryption;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.SignedResponses;

/// <summary>What the hub takes and gives signed (RFC 9101 section 10.5, RFC 9701 section 7, JARM section 3, OpenID Connect Discovery section 3).</summary>
internal sealed class PublishMessageProtection(MessagePolicies policies, ITokenKeys keys) : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        string[] taken = [.. policies.All.SelectMany(policy => policy.RequestAlgorithms).Distinct().Order(StringComparer.Ordinal)];
        // Who has not registered for it is refused, so that it is offered only once somebody has.
        context.Metadata["request_parameter_supported"] = taken.Length > 0;
        if (taken.Length > 0)
            context.Metadata["request_object_signing_alg_values_supported"] = Values(taken);

        string[] given = [.. keys.Published.Select(key => key.Algorithm.Name).Distinct()];
        foreach (var name in new[] { "authorization", "introspection", "userinfo" })
            context.Metadata[name + "_signing_alg_values_supported"] = Values(given);
        foreach (var name in new[] { "id_token", "userinfo" })
        {
            context.Metadata[name + "_encryption_alg_values_supported"] = Values(EncryptionCatalogue.KeyManagement.Select(algorithm => algorithm.Name));
            context.Metadata[name + "_encryption_enc_values_supported"] = Values(EncryptionCatalogue.ContentEncryption.Select(algorithm => algorithm.Name));
        }

        return default;
    }

    private static OpenIddictParameter Values(IEnumerable<string> values) => new(ImmutableArray.CreateRange<string?>(values));
}

using System.Collections.Immutable;
using CrossBorder.Verification.Crypto.Encryption;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.EncryptedRequests;

/// <summary>The keys that requests are encrypted for, in the key set with <c>use</c> <c>enc</c>, and what they are used with in discovery (RFC 9101 section 10.5).</summary>
internal sealed class PublishRequestKeys(RequestKeys keys) :
    IOpenIddictServerHandler<HandleJsonWebKeySetRequestContext>, IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleJsonWebKeySetRequestContext context)
    {
        foreach (var key in keys.Published)
            context.Keys.Add(new JsonWebKey(key.ToJwk()) { Use = JsonWebKeyUseNames.Enc });
        return default;
    }

    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        if (keys.Published.Count == 0)
            return default;
        context.Metadata["request_object_encryption_alg_values_supported"] = Values(keys.Published.Select(key => key.Algorithm.Name).Distinct());
        context.Metadata["request_object_encryption_enc_values_supported"] = Values(EncryptionCatalogue.ContentEncryption.Select(algorithm => algorithm.Name));
        return default;
    }

    private static OpenIddictParameter Values(IEnumerable<string> values) => new(ImmutableArray.CreateRange<string?>(values));
}

using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Encryption;

/// <summary>Id tokens encrypted for clients that registered for it (OpenID Connect Core section 10.2), around the signature.</summary>
internal sealed class EncryptIdToken(MessagePolicies policies, ClientEncryption encryption) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context is { TokenType: TokenTypeIdentifiers.IdentityToken, ClientId: { } client, Token: { } token }
            && policies.Of(client).IdTokenEncryption is { } how)
            context.Token = encryption.Encrypt(client, how, token);
        return default;
    }
}

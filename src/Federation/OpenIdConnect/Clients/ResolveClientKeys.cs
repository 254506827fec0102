using CrossBorder.Verification.Crypto;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>Client assertions are judged by the registered keys, SM2 among them, which the framework's own key sets leave out.</summary>
internal sealed class ResolveClientKeys(ClientKeys keys) : IOpenIddictServerHandler<ValidateTokenContext>
{
    private static readonly IReadOnlyList<string> Algorithms = AlgorithmPolicy.Default.NamesFor(SignatureUse.ClientAssertions);

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.ValidTokenTypes.Count == 1 && context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.ClientAssertion))
        {
            context.TokenValidationParameters.ValidAlgorithms = Algorithms;
            context.TokenValidationParameters.IssuerSigningKeyResolver = (_, token, _, _) =>
                keys.Find(token.Issuer)?.Verifiers ?? [];
        }

        return default;
    }
}

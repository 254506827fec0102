using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>
/// What leaves for a client is signed with the active key of that client's algorithm; OpenIddict alone would take its first key for everybody.
/// </summary>
internal sealed class SelectSigningKey(IOpenIddictApplicationManager applications, ITokenKeys keys, EvidenceBook evidence)
    : IOpenIddictServerHandler<GenerateTokenContext>
{
    public async ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType is not (TokenTypeIdentifiers.IdentityToken or TokenTypeIdentifiers.AccessToken))
            return;

        // A client without one reads no token of ours.
        var algorithm = await ClientAlgorithms.FindAsync(applications, context.ClientId, context.CancellationToken) ?? AlgorithmCatalogue.RS256.Name;
        var id = keys.SignerFor(algorithm)?.Id;
        // A request may have begun with the keys of a moment ago.
        context.SigningCredentials = context.Options.SigningCredentials.Find(credentials => credentials.Key.KeyId == id)
            ?? context.Options.SigningCredentials.First(credentials => credentials.Algorithm == algorithm);
        context.SecurityTokenDescriptor.SigningCredentials = context.SigningCredentials;
        if (context.ClientId is { } client && context.SigningCredentials.Key.KeyId is { } used)
            evidence.Saw(client, used, EvidenceKind.Issued);
    }
}

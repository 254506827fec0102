using CrossBorder.Federation.OpenIdConnect.Clients;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>What leaves for a client is signed with that client's algorithm; OpenIddict alone would take its first key for everybody.</summary>
internal sealed class SelectSigningKey(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public async ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType is not (TokenTypeIdentifiers.IdentityToken or TokenTypeIdentifiers.AccessToken)
            || await ClientAlgorithms.FindAsync(applications, context.ClientId, context.CancellationToken) is not { } algorithm)
            return;

        context.SigningCredentials = context.Options.SigningCredentials.First(credentials => credentials.Algorithm == algorithm);
        context.SecurityTokenDescriptor.SigningCredentials = context.SigningCredentials;
    }
}

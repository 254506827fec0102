using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>
/// OpenIddict writes ids of its rows into tokens. What a relying party reads holds none of them: the row of an access token
/// is named by its <c>jti</c>, which RFC 9068 wants anyway, and found again by <see cref="RestoreTokenId"/>.
/// </summary>
internal sealed class HideInternalClaims : IOpenIddictServerHandler<GenerateTokenContext>
{
    private const string InternalPrefix = "oi_";

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType is not (TokenTypeIdentifiers.IdentityToken or TokenTypeIdentifiers.AccessToken))
            return default;

        var descriptor = context.SecurityTokenDescriptor;
        foreach (var name in descriptor.Claims.Keys.Where(IsInternal).ToList())
            descriptor.Claims.Remove(name);
        foreach (var claim in descriptor.Subject.Claims.Where(claim => IsInternal(claim.Type)).ToList())
            descriptor.Subject.RemoveClaim(claim);
        if (context.TokenType == TokenTypeIdentifiers.AccessToken && context.Principal.GetTokenId() is { } id)
            descriptor.Claims[Claims.JwtId] = id;
        return default;
    }

    private static bool IsInternal(string name) => name.StartsWith(InternalPrefix, StringComparison.Ordinal);
}

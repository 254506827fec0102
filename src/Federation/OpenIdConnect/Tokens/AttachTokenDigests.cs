using System.Text;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Crypto;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Tokens;

/// <summary>
/// <c>at_hash</c> by the hash of the client's own algorithm (OpenID Connect Core section 3.1.3.6), SM3 among them. Takes the place
/// of OpenIddict's handler, which reckons by its first key for every client.
/// </summary>
internal sealed class AttachTokenDigests(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<ProcessSignInContext>
{
    public async ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.IdentityTokenPrincipal is null || context.AccessToken is not { Length: > 0 } token)
            return;

        var name = await ClientAlgorithms.FindAsync(applications, context.Request.ClientId, context.CancellationToken);
        if (!AlgorithmCatalogue.TryGet(name, out var algorithm))
            throw new InvalidOperationException("A client without a token algorithm got an id token.");

        var hash = Digests.Of(algorithm, Encoding.ASCII.GetBytes(token));
        context.IdentityTokenPrincipal.SetClaim(Claims.AccessTokenHash, Base64UrlEncoder.Encode(hash, 0, hash.Length / 2));
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>
/// Logout tokens (Back-Channel Logout 1.0 section 2.4), signed with the algorithm that the client registered for its id tokens. Each attempt
/// gets one of its own: a relying party that took the last and could not say so would call the same again a replay.
/// </summary>
internal sealed class LogoutTokens(ITokenKeys keys, IOpenIddictApplicationManager applications, IOptions<HubOptions> hub, TimeProvider clock)
{
    public const string Type = "logout+jwt";
    public const string Event = "http://schemas.openid.net/event/backchannel-logout";

    // Section 2.4 wants it short: one that was caught is soon worth nothing.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    /// <summary>CB6138 while no key signs with the client's algorithm.</summary>
    public async Task<Outcome<string>> SignAsync(LogoutNotice notice, CancellationToken cancellationToken)
    {
        var algorithm = await ClientAlgorithms.FindAsync(applications, notice.ClientId, cancellationToken) ?? AlgorithmCatalogue.RS256.Name;
        if (keys.SignerFor(algorithm)?.Signer is not { } key)
            return ErrorCatalogue.NoKeySigns.With($"No key signs tokens with {algorithm} on this node now.");
        var now = clock.GetUtcNow();
        return Jws.Sign(key, Type, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            [Claims.Issuer] = hub.Value.Issuer,
            [Claims.Subject] = notice.Subject,
            [Claims.Audience] = notice.ClientId,
            [Claims.IssuedAt] = now.ToUnixTimeSeconds(),
            [Claims.ExpiresAt] = (now + Lifetime).ToUnixTimeSeconds(),
            [Claims.JwtId] = Guid.NewGuid().ToString("N"),
            [HubClaims.SessionId] = notice.Sid,
            ["events"] = new JsonObject { [Event] = new JsonObject() },
        }));
    }
}

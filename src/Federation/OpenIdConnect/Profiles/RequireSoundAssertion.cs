using System.Buffers.Text;
using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>
/// Assertions of FAPI clients (FAPI 2.0 Security Profile section 5.3.2.1): for the issuer as a string and nothing beside it, of one client, of this moment,
/// and not signed with RSASSA-PKCS1-v1_5. Its signature has been verified by then.
/// </summary>
internal sealed class RequireSoundAssertion(IOpenIddictApplicationManager applications, IOptions<HubOptions> hub, TimeProvider clock)
    : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    /// <summary>A clock that is ahead by less is taken for right (section 5.3.2.1, note on clock skew).</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(15);

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.ClientAssertionPrincipal is null || context.ClientAssertion is not { } compact)
            return;

        var token = new JsonWebToken(compact);
        if (await ClientPolicy.FindAsync(applications, token.Issuer, context.CancellationToken) is not { IsFapi: true })
            return;

        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.EncodedPayload));
        if (FaultOf(token, payload.RootElement, context.ClientId) is { } fault)
            context.Reject(Errors.InvalidClient, ProtocolRefusal.Describe(ErrorCatalogue.ClientAssertionUnsound.With(fault)));
    }

    private string? FaultOf(JsonWebToken token, JsonElement claims, string? clientId)
    {
        var now = clock.GetUtcNow();
        if (!ProfileFaults.Algorithms.Contains(token.Alg))
            return $"It is signed with {token.Alg}.";
        if (!claims.TryGetProperty("aud", out var audience) || audience.ValueKind != JsonValueKind.String || audience.GetString() != hub.Value.Issuer)
            return "Its aud is not the issuer as a string.";
        if (!claims.TryGetProperty("sub", out var subject) || subject.ValueKind != JsonValueKind.String || subject.GetString() != token.Issuer
            || (clientId is { Length: > 0 } && clientId != token.Issuer))
            return "Its iss and sub are not both the client.";
        if (Time(claims, "exp") is not { } ends || ends <= now)
            return "Its exp is missing or over.";
        if (Time(claims, "nbf") > now + Ahead || Time(claims, "iat") > now + Ahead)
            return "Its nbf or iat is in the future.";
        return null;
    }

    private static DateTimeOffset? Time(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number
        && member.TryGetDouble(out var seconds) && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
}

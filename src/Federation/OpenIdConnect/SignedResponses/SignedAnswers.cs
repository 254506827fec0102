using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using Microsoft.Extensions.Options;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.SignedResponses;

/// <summary>Authorization responses as JWTs (JWT Secured Authorization Response Mode, section 2.1), refusals among them.</summary>
internal sealed class SignedAnswers(MessagePolicies policies, ClientSigner signer, IOptions<HubOptions> hub, TimeProvider clock) : ISignedAnswers
{
    private const string ResponseParameter = "response";

    // Section 2.1: ten minutes at most. A code lives no longer.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public AuthorizationAnswer Protect(string clientId, AuthorizationAnswer answer)
    {
        var policy = policies.Of(clientId);
        if (!policy.RequiresSignedResponses && !JwtResponseModes.IsSigned(answer.Mode))
            return answer;

        var claims = new JsonObject();
        foreach (var (name, value) in answer.Parameters)
            claims[name] = value;
        // Last, so that no parameter takes their place.
        claims[Claims.Issuer] = hub.Value.Issuer;
        claims[Claims.Audience] = clientId;
        claims[Claims.ExpiresAt] = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        return new AuthorizationAnswer(
            answer.RedirectUri, JwtResponseModes.WayOf(answer.Mode),
            [new(ResponseParameter, signer.Sign(clientId, policy.ResponseAlgorithm, "JWT", claims))]);
    }
}

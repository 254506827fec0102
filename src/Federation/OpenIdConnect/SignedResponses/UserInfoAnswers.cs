using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Encryption;
using CrossBorder.Federation.OpenIdConnect.SignedRequests;
using Microsoft.Extensions.Options;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.SignedResponses;

/// <summary>Userinfo in the form that the client registered (OpenID Connect Core section 5.3.2): JSON, a signed JWT, or one that is encrypted around it.</summary>
internal sealed class UserInfoAnswers(MessagePolicies policies, ClientSigner signer, ClientEncryption encryption, IOptions<HubOptions> hub)
{
    public IResult For(string clientId, IReadOnlyDictionary<string, object> claims)
    {
        var policy = policies.Of(clientId);
        if (policy.UserInfoAlgorithm is not { } algorithm)
            return TypedResults.Ok(claims);

        var message = JsonSerializer.SerializeToNode(claims, JsonSerializerOptions.Web)!.AsObject();
        message[Claims.Issuer] = hub.Value.Issuer;
        message[Claims.Audience] = clientId;
        var signed = signer.Sign(clientId, algorithm, "JWT", message);
        return TypedResults.Text(policy.UserInfoEncryption is { } how ? encryption.Encrypt(clientId, how, signed) : signed, "application/jwt");
    }
}

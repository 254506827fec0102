using System.Text.Json.Nodes;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Endpoints;
using CrossBorder.Federation.OpenIdConnect.TokenExchange;
using CrossBorder.Federation.OpenIdConnect.Tokens;
using CrossBorder.Verification.Identity;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.Acting;

/// <summary>Userinfo of a token of somebody who acts for another: the claims are those of the principal, and say who is there.</summary>
internal static class ActingUserInfo
{
    /// <param name="represented">What there is to say by the grant.</param>
    /// <param name="agent">What this client knows the agent by.</param>
    /// <param name="delegation">The claim of the hub's own.</param>
    public static IReadOnlyDictionary<string, object> Of(IReadOnlyDictionary<string, object> represented, string agent, JsonObject delegation) =>
        new Dictionary<string, object>(represented) { [ActorChain.Name] = new JsonObject { [Claims.Subject] = agent }, [HubClaims.Delegation] = delegation };

    /// <summary>The principal in the place of the agent, as if they were here; of an enterprise, what the register says of it.</summary>
    public static IReadOnlyDictionary<string, object> Represented(VerifiedSession agent, Representation representation, string subject, Grant grant, DateTimeOffset now)
    {
        if (representation.Enterprise is { } enterprise)
        {
            var claims = new Dictionary<string, object> { [Claims.Subject] = subject, [Claims.AuthenticationContextReference] = agent.Assurance.ToUrn() };
            if (grant.Scopes.Contains(HubScopes.Profile))
                (claims[Claims.Name], claims["unified_social_credit_code"]) = (enterprise.Name, enterprise.Code);
            if (grant.Scopes.Contains(HubScopes.Identity))
                claims["legal_representative"] = representation.Principal.Name.HanSimplified ?? representation.Principal.Name.Latin;
            return claims;
        }

        var mandate = representation.Mandate;
        var there = agent with
        {
            Identity = representation.Principal, MainlandAccount = mandate.MainlandAccount, Assertion = mandate.Assertion, Assurance = representation.Assurance,
        };
        // How surely whoever is there signed in: what was proved of the principal stands in verified_claims.
        return new Dictionary<string, object>(UserInfo.Of(there, subject, grant, now)) { [Claims.AuthenticationContextReference] = agent.Assurance.ToUrn() };
    }
}

using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.OpenIdConnect.TokenExchange;

/// <summary>
/// Who acts for the resident, the last one outermost (RFC 8693 section 4.1). The innermost is the relying party at which they signed in,
/// and which they agreed to.
/// </summary>
internal static class ActorChain
{
    /// <summary>A relying party, a department, and one that it asks. What is longer, nobody could explain to the resident.</summary>
    public const int Longest = 3;

    public const string Name = "act";

    /// <summary>The clients that act, outermost first; none where whom the token was issued to acts for itself.</summary>
    public static IReadOnlyList<string> Of(ClaimsPrincipal token) =>
        ActingToken.IsOne(token) ? [.. All(token).SkipLast(1)] : All(token);

    /// <summary>A person who acts for the one whom the token is about stands innermost, and is no client.</summary>
    public static void SetAgent(ClaimsIdentity identity, string agent) => identity.SetClaim(Name, new JsonObject { [Claims.Subject] = agent });

    /// <summary>That person, as whom the token is for knows them.</summary>
    public static string AgentOf(ClaimsPrincipal token) => All(token)[^1];

    private static List<string> All(ClaimsPrincipal token)
    {
        var actors = new List<string>();
        if (token.GetClaim(Name) is not { } claim)
            return actors;
        using var document = JsonDocument.Parse(claim);
        for (var actor = document.RootElement; ;)
        {
            actors.Add(actor.GetProperty(Claims.Subject).GetString()!);
            if (!actor.TryGetProperty(Name, out actor))
                return actors;
        }
    }

    /// <summary>The relying party that the resident signed in at.</summary>
    public static string? OriginOf(ClaimsPrincipal token) => Of(token) is [.., var origin] ? origin : token.GetClaim(Claims.ClientId);

    /// <summary>Under whose name the token knows the sign-in: of an exchanged one whom it is for, of any other whom it was issued to.</summary>
    public static string? HolderOf(ClaimsPrincipal token) =>
        Of(token).Count > 0 ? token.GetAudiences().FirstOrDefault() : token.GetClaim(Claims.ClientId) ?? token.GetPresenters().FirstOrDefault();

    /// <summary>Writes the chain of a token that <paramref name="actor"/> got for another one.</summary>
    /// <param name="identity">The claims of the new token.</param>
    /// <param name="actor">The client that asks.</param>
    /// <param name="before">The clients that acted before.</param>
    /// <param name="agent">The person who acts for the one whom it is about; null where that one is there themselves.</param>
    public static void Set(ClaimsIdentity identity, string actor, IEnumerable<string> before, string? agent = null)
    {
        var chain = agent is null ? null : new JsonObject { [Claims.Subject] = agent };
        foreach (var one in before.Prepend(actor).Reverse())
            chain = chain is null ? new JsonObject { [Claims.Subject] = one } : new JsonObject { [Claims.Subject] = one, [Name] = chain };
        identity.SetClaim(Name, chain!);
    }
}

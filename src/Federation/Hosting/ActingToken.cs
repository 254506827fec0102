using System.Security.Claims;
using System.Text.Json;

namespace CrossBorder.Federation.Hosting;

/// <summary>A token of somebody who acts for another, as the hub's own APIs read it.</summary>
internal static class ActingToken
{
    private const string Id = "id";

    public static bool IsOne(ClaimsPrincipal token) => token.HasClaim(claim => claim.Type == HubClaims.Delegation);

    /// <summary>What the client knows the mandate by.</summary>
    public static string? NameIn(ClaimsPrincipal token)
    {
        if (token.FindFirst(HubClaims.Delegation)?.Value is not { } claim)
            return null;
        using var document = JsonDocument.Parse(claim);
        return document.RootElement.GetProperty(Id).GetString();
    }
}

using CrossBorder.Adapters.Ports;
using Microsoft.AspNetCore.Authentication;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>What a browser is sent to the provider for.</summary>
internal static class ProviderVisits
{
    public const string SignIn = "sign-in";

    /// <summary>With an invitation; its hash is the reference.</summary>
    public const string Join = "join";

    /// <summary>Ties the account of a session that was begun by password; the session, which no cookie holds yet, is the reference.</summary>
    public const string Tie = "tie";

    /// <summary>Proves a step; its row is the reference.</summary>
    public const string Step = "step";

    public static AuthenticationProperties For(string purpose, string back, string language, string? reference = null)
    {
        var properties = new AuthenticationProperties { RedirectUri = back };
        properties.Items[OfficerVisit.Purpose] = purpose;
        properties.Items[OfficerVisit.Reference] = reference;
        properties.SetParameter(OfficerVisit.Languages, language);
        return properties;
    }
}

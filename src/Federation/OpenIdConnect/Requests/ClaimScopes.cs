using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>Which scope each claim of a person belongs to: a claim may be had where its scope may, and is agreed to with it.</summary>
internal static class ClaimScopes
{
    private const char LanguageTag = '#';

    private static readonly Dictionary<string, string> Scopes = new(StringComparer.Ordinal)
    {
        ["name"] = HubScopes.Profile, ["given_name"] = HubScopes.Profile, ["family_name"] = HubScopes.Profile,
        ["birthdate"] = HubScopes.Profile, ["gender"] = HubScopes.Profile,
        ["home_return_permit_number"] = HubScopes.Identity, ["hk_id_number"] = HubScopes.Identity,
        ["resident_identity_card_number"] = HubScopes.Identity,
        ["mainland_account"] = HubScopes.Identity, ["jurisdiction"] = HubScopes.Identity, ["verified_claims"] = HubScopes.Identity,
    };

    /// <summary>All claims of a person that the hub can give.</summary>
    public static IReadOnlyCollection<string> Known => Scopes.Keys;

    /// <summary>The claim without its language tag (OpenID Connect Core section 5.2).</summary>
    public static string BaseOf(string claim) => claim.Split(LanguageTag)[0];

    /// <summary>Null for a claim that the hub does not know, or that everybody gets.</summary>
    public static string? Of(string claim) => Scopes.GetValueOrDefault(BaseOf(claim));

    /// <summary>The scopes that stand behind these claims, each once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> claims) => [.. claims.Select(Of).OfType<string>().Distinct(StringComparer.Ordinal)];
}

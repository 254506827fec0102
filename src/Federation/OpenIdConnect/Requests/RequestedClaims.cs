using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Federation.OpenIdConnect.IdentityAssurance;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.OpenIdConnect.Requests;

/// <summary>
/// The <c>claims</c> parameter (OpenID Connect Core section 5.5): single claims at the userinfo end point, whose they must be, and how
/// surely they signed in. A claim that is unknown, or that the client is not registered for, is left out, essential or not (section 5.5.1).
/// </summary>
/// <param name="UserInfo">Names of claims.</param>
/// <param name="Subjects">The values of <c>sub</c> of which the tokens must be about one; null where none was asked for, empty where no <c>sub</c> can be what was asked for.</param>
/// <param name="AssuranceLevels">Values that <c>acr</c> must have, separated by blanks; null where none is essential.</param>
internal sealed record RequestedClaims(IReadOnlyList<string> UserInfo, IReadOnlyList<string>? Subjects, string? AssuranceLevels)
{
    private const int LongestText = 4096;
    private const string Verified = "verified_claims";
    private static readonly RequestedClaims None = new([], null, null);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>What <c>verified_claims</c> says by member (<c>userinfo</c>, <c>id_token</c>), as JSON; null where it says nothing more than its name.</summary>
    public string? VerifiedClaims { get; init; }

    /// <summary>What a request asks for; null where the parameter is not what the specification describes.</summary>
    public static RequestedClaims? Of(OpenIddictRequest request)
    {
        // OpenID Connect for Identity Assurance: a purpose that says nothing is refused.
        if ((string?)request["purpose"] is { } purpose && !VerifiedClaimsRequest.IsPurpose(purpose))
            return null;
        if ((string?)request[OpenIddictConstants.Parameters.Claims] is not { Length: > 0 } text)
            return None;
        if (text.Length > LongestText)
            return null;

        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return Read(document.RootElement);
        }
        // Half a surrogate pair is found out only when the text is read.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static RequestedClaims? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;

        var userInfo = new List<string>();
        IReadOnlyList<string>? subjects = null;
        string? levels = null;
        var verified = new JsonObject();
        // Members that are not understood are to be ignored.
        foreach (var member in root.EnumerateObject().Where(member => member.Name is "userinfo" or "id_token" && member.Value.ValueKind != JsonValueKind.Null))
        {
            if (member.Value.ValueKind != JsonValueKind.Object)
                return null;
            foreach (var claim in member.Value.EnumerateObject())
            {
                // Identity assurance has a language of its own (OpenID Connect for Identity Assurance section 6).
                if (claim.Name == Verified ? !VerifiedClaimsRequest.IsWellFormed(claim.Value) : claim.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object))
                    return null;
                if (claim.Name == Verified ? !userInfo.Contains(Verified) : member.Name == "userinfo" && ClaimScopes.Of(claim.Name) is not null)
                    userInfo.Add(claim.Name);
                if (claim.Name == Verified)
                    verified[member.Name] = JsonSerializer.SerializeToNode(claim.Value);
                // Id token and userinfo are about the same one (section 5.3.2): who is asked for in both has to be what both say.
                if (claim.Name == "sub" && IsOfValue(claim.Value))
                    subjects = [.. Values(claim.Value).Where(value => subjects is null || subjects.Contains(value))];
                if (member.Name == "id_token" && claim.Name == "acr" && IsEssential(claim.Value) && Values(claim.Value) is { Count: > 0 } values)
                    levels = string.Join(' ', values);
            }
        }

        return new RequestedClaims(userInfo, subjects, levels) { VerifiedClaims = verified.Count > 0 ? verified.ToJsonString() : null };
    }

    private static bool IsEssential(JsonElement claim) =>
        claim.ValueKind == JsonValueKind.Object && claim.TryGetProperty("essential", out var essential) && essential.ValueKind == JsonValueKind.True;

    private static bool IsOfValue(JsonElement claim) =>
        claim.ValueKind == JsonValueKind.Object && (claim.TryGetProperty("value", out _) || claim.TryGetProperty("values", out _));

    private static List<string> Values(JsonElement claim)
    {
        if (claim.ValueKind != JsonValueKind.Object)
            return [];
        if (claim.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String)
            return [value.GetString()!];
        return claim.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
    }
}

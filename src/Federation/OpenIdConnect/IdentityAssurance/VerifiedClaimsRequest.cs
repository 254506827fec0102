using System.Text.Json;

namespace CrossBorder.Federation.OpenIdConnect.IdentityAssurance;

/// <summary>
/// What a client asks for by <c>verified_claims</c> (OpenID Connect for Identity Assurance 1.0, section 6): of the verification and of
/// the person, with what either must be.
/// </summary>
internal static class VerifiedClaimsRequest
{
    private const int ShortestPurpose = 3;
    private const int LongestPurpose = 300;
    private const int MostAlternatives = 5;

    /// <summary>False where the specification wants the whole request refused. Null asks for all that there is; an array for each that fits.</summary>
    public static bool IsWellFormed(JsonElement request) => request.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => request.GetArrayLength() is > 0 and <= MostAlternatives && request.EnumerateArray().All(IsOne),
        _ => IsOne(request),
    };

    /// <summary>Whether a purpose is told in 3 to 300 characters.</summary>
    public static bool IsPurpose(string text) => text.Length is >= ShortestPurpose and <= LongestPurpose;

    private static bool IsOne(JsonElement request) =>
        request.ValueKind == JsonValueKind.Object
        && HasPurposeOrNone(request)
        && request.TryGetProperty("verification", out var verification) && IsVerification(verification)
        && request.TryGetProperty("claims", out var claims) && IsClaims(claims);

    private static bool IsVerification(JsonElement verification) =>
        verification.ValueKind == JsonValueKind.Object
        && verification.TryGetProperty("trust_framework", out var framework) && framework.ValueKind is (JsonValueKind.Null or JsonValueKind.Object)
        && (!verification.TryGetProperty("evidence", out var evidence) || IsEvidence(evidence));

    private static bool IsEvidence(JsonElement evidence) => evidence.ValueKind == JsonValueKind.Null
        || evidence.ValueKind == JsonValueKind.Array && evidence.GetArrayLength() > 0 && evidence.EnumerateArray().All(entry =>
            entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("type", out var type) && type.ValueKind is (JsonValueKind.Object or JsonValueKind.Null));

    private static bool IsClaims(JsonElement claims) => claims.ValueKind == JsonValueKind.Object && claims.EnumerateObject().Any()
        && claims.EnumerateObject().All(claim => claim.Value.ValueKind == JsonValueKind.Null || claim.Value.ValueKind == JsonValueKind.Object && HasPurposeOrNone(claim.Value));

    private static bool HasPurposeOrNone(JsonElement element) => !element.TryGetProperty("purpose", out var purpose)
        || purpose.ValueKind == JsonValueKind.String && IsPurpose(purpose.GetString()!);
}

using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.SignIn;

/// <summary>What the relying party asked for. Fixed at the journey's birth; nothing later changes it.</summary>
internal sealed record JourneyRequest
{
    public required string ClientId { get; init; }

    /// <summary>The authorize request that the journey returns to; an address of the hub itself.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>The relying party's redirect URI, already found valid by the protocol handlers. Refusals go there.</summary>
    public string? RedirectUri { get; init; }

    public string? State { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? AssuranceLevels { get; init; }

    public string? LoginHint { get; init; }

    public string? Languages { get; init; }

    public string? Prompt { get; init; }

    public long? MaximumAge { get; init; }

    /// <summary>The lowest of the levels that the relying party accepts; low where it names none that we know.</summary>
    public AssuranceLevel RequiredAssurance() => Required(AssuranceLevels);

    public static AssuranceLevel Required(string? levels)
    {
        AssuranceLevel? lowest = null;
        foreach (var urn in (levels ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (Verification.Identity.AssuranceLevels.ParseUrn(urn).TryGetValue(out var level) && (lowest is null || level < lowest))
                lowest = level;

        return lowest ?? AssuranceLevel.Low;
    }
}

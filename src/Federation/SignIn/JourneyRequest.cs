using System.Text.Json.Serialization;
using CrossBorder.Federation.Accounts;

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

    /// <summary>How a refusal travels back; null where the relying party named no mode.</summary>
    public string? ResponseMode { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? AssuranceLevels { get; init; }

    public string? LoginHint { get; init; }

    public string? Languages { get; init; }

    public string? Prompt { get; init; }

    public long? MaximumAge { get; init; }

    /// <summary>The kind of browser that began it, as <see cref="DeviceKind"/> says it; null where it could not tell.</summary>
    public string? Device { get; init; }

    [JsonIgnore]
    public SignInDemand Demand => new(AssuranceLevels, Prompt, MaximumAge);
}

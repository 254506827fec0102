namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>How often something was seen of a relying party on one day. Nothing of it says for whom.</summary>
internal sealed class ConformanceCount
{
    public required string ClientId { get; init; }

    /// <summary>Of <see cref="Sight"/>, or the code of a refusal.</summary>
    public required string What { get; init; }

    /// <summary>In UTC.</summary>
    public required DateOnly Day { get; init; }

    public required long Count { get; set; }

    public required DateTimeOffset LastAt { get; set; }
}

namespace CrossBorder.Federation.Accounts;

/// <summary>A person as the hub knows them: an id, and links. What they are called stands in sessions only.</summary>
internal sealed class Resident
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

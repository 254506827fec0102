namespace CrossBorder.Federation.Storage;

/// <summary>Work that one node does at a time.</summary>
internal sealed class NodeLease
{
    public required string Name { get; init; }

    public required string Owner { get; set; }

    public required DateTimeOffset Until { get; set; }
}

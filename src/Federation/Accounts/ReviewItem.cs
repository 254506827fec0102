namespace CrossBorder.Federation.Accounts;

/// <summary>A link that an officer has to decide.</summary>
internal sealed class ReviewItem
{
    /// <summary>Also the reference that the resident quotes.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string SubjectHash { get; init; }

    /// <summary>open or decided.</summary>
    public required string Status { get; set; }

    /// <summary>The verified identity as JSON; encrypted.</summary>
    public required string Identity { get; init; }

    /// <summary>The candidates as JSON; encrypted.</summary>
    public required string Candidates { get; init; }
}

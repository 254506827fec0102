namespace CrossBorder.Federation.Officers;

/// <summary>How many refusals of one kind an account has had since it was last quiet.</summary>
internal sealed class RefusalCount
{
    public required string Kind { get; init; }

    /// <summary>The account, or <see cref="RefusedSignIns.Nobody"/>.</summary>
    public required string Subject { get; init; }

    public required int Count { get; set; }

    /// <summary>The number that the log was told last.</summary>
    public required int Told { get; set; }

    public required DateTimeOffset Since { get; set; }

    public required DateTimeOffset LastAt { get; set; }
}

/// <summary>The store of those counts.</summary>
internal interface IRefusalCounts
{
    /// <summary>Counts one more, at once and for all nodes. The number reached, and since when.</summary>
    Task<(int Count, DateTimeOffset Since)> CountAsync(string kind, string subject, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>True for one caller of each number that is to be written: each of the first, then twice the number told last.</summary>
    Task<bool> TellAsync(string kind, string subject, int count, CancellationToken cancellationToken);

    /// <summary>Those without a refusal since that moment, tracked by the current unit of work.</summary>
    Task<IReadOnlyList<RefusalCount>> QuietAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Joins the current unit of work.</summary>
    void Remove(RefusalCount count);
}

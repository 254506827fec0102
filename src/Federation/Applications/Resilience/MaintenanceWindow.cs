namespace CrossBorder.Federation.Applications.Resilience;

/// <summary>A time in which nothing is handed over to a department. It ends by itself.</summary>
internal sealed class MaintenanceWindow
{
    public required Guid Id { get; init; }

    public required string Department { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>From then on everything flows again; moved to the moment at which an operator ended it.</summary>
    public required DateTimeOffset Until { get; set; }

    /// <summary>For officers; residents are told the end alone.</summary>
    public required string Reason { get; init; }

    /// <summary>The officer who announced it.</summary>
    public required string By { get; init; }
}

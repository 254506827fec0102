namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>Section <c>Logs</c>: where they go. What is logged stands in <c>Logging:LogLevel</c>, as everywhere in .NET.</summary>
internal sealed class LogsOptions
{
    public bool Console { get; set; } = true;

    /// <summary>A file for the same lines. It is followed by others with a number once it is large, and old ones go.</summary>
    public string? File { get; set; }
}

namespace CrossBorder.Federation.Storage;

/// <summary>Section <c>Database</c>.</summary>
internal sealed class DatabaseOptions
{
    /// <summary><c>Host=…</c> is PostgreSQL, <c>Data Source=…</c> the embedded SQLite.</summary>
    public string ConnectionString { get; set; } = "";

    public bool IsPostgreSql => ConnectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}

using System.Text.Json;

namespace CrossBorder.Federation.Backup;

/// <summary>The tables of trust and keys, to be read at one moment.</summary>
internal interface IBackupTables
{
    /// <summary>Calls back for each table and for each of its rows, all as of one moment, and gives the log of that moment.</summary>
    Task<BackupLog> ReadAsync(Func<string, IReadOnlyList<string>, Task> table, Func<IReadOnlyList<JsonElement>, Task> row, CancellationToken cancellationToken);
}

using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Backup;

/// <summary>The tables of trust and keys, to be written in one transaction. Disposed before its commit, nothing has happened.</summary>
internal interface IRestoredTables : IAsyncDisposable
{
    /// <summary>
    /// Begins, and keeps others from writing what is to be looked at and replaced: what was decided by is still so when it is written.
    /// </summary>
    /// <returns>Where the log of this database ends.</returns>
    Task<BackupLog> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Whether they hold nothing yet but what a new database begins with.</summary>
    Task<bool> AreEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Takes away what is there, the log too where it is to be replaced, but not what stays whatever a backup says.</summary>
    Task<RestoreKept> EmptyAsync(bool replaceLog, CancellationToken cancellationToken);

    /// <summary>The rows that follow are of this table; CB6152 where this version knows no such table or column.</summary>
    Outcome<bool> Expect(string table, IReadOnlyList<string> columns);

    Task AddAsync(JsonElement row, CancellationToken cancellationToken);

    /// <summary>Raises the numbers that nodes look at, and commits with what was written to the audit log.</summary>
    /// <param name="written">Records the restoring itself; called when all rows are in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task CommitAsync(Action written, CancellationToken cancellationToken);
}

/// <summary>What stays as the database has it, whatever the backup says.</summary>
/// <param name="Revocations">Of certificates.</param>
/// <param name="RevokedKeys">Of the hub.</param>
/// <param name="OfficersKeptOut">Disabled, or reset and not back yet.</param>
internal sealed record RestoreKept(int Revocations, int RevokedKeys, int OfficersKeptOut);

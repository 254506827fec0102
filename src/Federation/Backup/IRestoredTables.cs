using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Backup;

/// <summary>The tables of trust and keys, to be written in one transaction. Disposed before its commit, nothing has happened.</summary>
internal interface IRestoredTables : IAsyncDisposable
{
    /// <summary>Whether they hold nothing yet but what a new database begins with.</summary>
    Task<bool> AreEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Where the log of this database ends.</summary>
    Task<BackupLog> LogAsync(CancellationToken cancellationToken);

    /// <summary>Begins, and takes away what is there, the log too where it is to be replaced. What was revoked here stays revoked.</summary>
    Task<RestoreKept> BeginAsync(bool replaceLog, CancellationToken cancellationToken);

    /// <summary>The rows that follow are of this table; CB6152 where this version knows no such table or column.</summary>
    Outcome<bool> Expect(string table, IReadOnlyList<string> columns);

    Task AddAsync(JsonElement row, CancellationToken cancellationToken);

    /// <summary>Raises the numbers that nodes look at, and commits with what was written to the audit log.</summary>
    /// <param name="written">Records the restoring itself; called when all rows are in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task CommitAsync(Action written, CancellationToken cancellationToken);
}

/// <summary>What was revoked in the database and stays so, whatever the backup says.</summary>
internal sealed record RestoreKept(int Revocations, int RevokedKeys);

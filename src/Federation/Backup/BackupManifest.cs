namespace CrossBorder.Federation.Backup;

/// <summary>What is in a backup. Members are added and never renamed: scripts read it.</summary>
/// <param name="Issuer">The hub that it is of.</param>
/// <param name="Product">The version of the hub that wrote it.</param>
/// <param name="Officer">Who made it; empty where the hub had no officers.</param>
internal sealed record BackupOrigin(string Issuer, DateTimeOffset CreatedAt, string Officer, string Node, string Product);

/// <param name="Log">The audit log as it is in the backup.</param>
internal sealed record BackupManifest(
    BackupOrigin Origin, IReadOnlyList<BackupTable> Tables, IReadOnlyList<BackupKeyFile> KeyFiles, BackupLog Log);

/// <param name="Sha256">Over its lines as they stand in the backup, hexadecimal.</param>
internal sealed record BackupTable(string Name, long Rows, string Sha256);

/// <param name="Setting">The setting that names it.</param>
/// <param name="Included">False: whoever restores needs it from elsewhere.</param>
internal sealed record BackupKeyFile(string Setting, string Name, bool Included);

/// <param name="Size">Linked entries.</param>
/// <param name="Last">Hash of the last of them, hexadecimal.</param>
/// <param name="Waiting">Entries that were committed and not yet linked.</param>
internal sealed record BackupLog(long Size, string Last, long CheckpointSize, int Waiting);

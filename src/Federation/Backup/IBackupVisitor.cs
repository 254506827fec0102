using System.Text.Json;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Backup;

/// <summary>Sees the content of a backup pass by. What it sees was authenticated; whether it is whole is known at the end alone.</summary>
internal interface IBackupVisitor
{
    Outcome<bool> Table(string name, IReadOnlyList<string> columns) => true;

    Task RowAsync(JsonElement row, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<Outcome<bool>> KeyFileAsync(string setting, string name, byte[] content, CancellationToken cancellationToken) => Task.FromResult<Outcome<bool>>(true);
}

/// <summary>For those who only verify.</summary>
internal sealed class NobodyVisits : IBackupVisitor;

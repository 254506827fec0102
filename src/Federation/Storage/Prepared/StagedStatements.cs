using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CrossBorder.Federation.Storage.Prepared;

/// <summary>
/// What a group of writes changes past the change tracker: gathered, and run in the order in which it came, before what the change tracker
/// holds is saved. Where the driver can, all of it is one round trip.
/// </summary>
internal sealed class StagedStatements(HubDbContext context) : IDisposable
{
    private readonly List<ReadyStatement> staged = [];
    private readonly Dictionary<ColumnStatement, DbCommand> kept = [];

    /// <summary>Stages a new row of this entity, without those that hang on it.</summary>
    public void Add(object entity) => Add(RowInsert.Of(context, entity));

    public void Add(ReadyStatement statement) => staged.Add(statement);

    public void AddRange(IEnumerable<ReadyStatement> statements) => staged.AddRange(statements);

    /// <summary>Runs what was staged since the last time.</summary>
    /// <exception cref="DbException">One of them does not hold, such as a key that is there already.</exception>
    /// <exception cref="DbUpdateConcurrencyException">A row that one of them rests on was changed by another.</exception>
    public async Task RunAsync()
    {
        if (staged.Count == 0)
            return;
        var connection = context.Database.GetDbConnection();
        var transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        if (connection.CanCreateBatch)
            await RunAtOnceAsync(connection, transaction);
        else
            RunEach(connection, transaction);
        if (staged.Exists(static ready => ready is { MustChange: true, Changed: 0 }))
            throw new DbUpdateConcurrencyException("A row was changed by another.");
        staged.Clear();
    }

    public void Dispose()
    {
        foreach (var command in kept.Values)
            command.Dispose();
    }

    private async Task RunAtOnceAsync(DbConnection connection, DbTransaction transaction)
    {
        await using var maker = connection.CreateCommand();
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var ready in staged)
        {
            var command = batch.CreateBatchCommand();
#pragma warning disable CA2100 // Names of the model and places for parameters, nothing else.
            command.CommandText = ready.Statement.Positional;
#pragma warning restore CA2100
            foreach (var (parameter, value) in ready.Statement.Parameters(maker, named: false).Zip(ready.Values))
            {
                parameter.Value = value;
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
        for (var place = 0; place < staged.Count; place++)
            staged[place].Changed = batch.BatchCommands[place].RecordsAffected;
    }

    // A driver that knows no batches is one that runs in this process: there is no round trip to spare.
    private void RunEach(DbConnection connection, DbTransaction transaction)
    {
        foreach (var ready in staged)
        {
            var command = KeptOf(ready.Statement, connection);
            command.Transaction = transaction;
            for (var place = 0; place < ready.Values.Count; place++)
                command.Parameters[place].Value = ready.Values[place];
            ready.Changed = command.ExecuteNonQuery();
        }
    }

    private DbCommand KeptOf(ColumnStatement statement, DbConnection connection)
    {
        if (kept.TryGetValue(statement, out var command))
            return command;
        command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the model and places for parameters, nothing else.
        command.CommandText = statement.Named;
#pragma warning restore CA2100
        command.Parameters.AddRange(statement.Parameters(command, named: true).ToArray());
        kept.Add(statement, command);
        return command;
    }
}

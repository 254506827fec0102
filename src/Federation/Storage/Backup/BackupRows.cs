using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrossBorder.Federation.Storage.Backup;

/// <summary>
/// Rows as JSON that both databases read alike. Protected columns stand open in it, because a restored hub may seal with other keys;
/// the backup as a whole is encrypted.
/// </summary>
internal static class BackupRows
{
    /// <summary>What a table holds; documents that a row owns lie in the table of their row, and are not entities of their own here.</summary>
    public static IEntityType? TypeOf(DbContext context, string table) =>
        context.Model.GetEntityTypes().SingleOrDefault(type => !type.IsOwned() && type.GetTableName() == table);

    public static async IAsyncEnumerable<IReadOnlyList<JsonElement>> ReadAsync(DbContext context, IEntityType type)
    {
        var columns = BackupColumn.Of(type);
        await foreach (var row in All(context, type).AsAsyncEnumerable())
        {
            yield return [.. columns.Select(column => column.Read(context, row))];
            foreach (var document in context.Entry(row).References.Where(reference => reference.TargetEntry is not null))
                document.TargetEntry!.State = EntityState.Detached;
            context.Entry(row).State = EntityState.Detached;
        }
    }

    public static object Make(DbContext context, IEntityType type, IReadOnlyList<BackupColumn> columns, JsonElement row)
    {
        // As the database would make it: a row need not have come about in a way that its class allows.
        var made = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        for (var i = 0; i < columns.Count; i++)
            columns[i].Write(context, made, row[i]);
        return made;
    }

    public static IQueryable<object> All(DbContext context, IEntityType type) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type.ClrType).Invoke(context, null)!;
}

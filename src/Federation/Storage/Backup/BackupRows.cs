using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrossBorder.Federation.Storage.Backup;

/// <summary>
/// Rows as JSON that both databases read alike. Protected columns stand open in it, because a restored hub may seal with other keys;
/// the backup as a whole is encrypted.
/// </summary>
internal static class BackupRows
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static IEntityType? TypeOf(DbContext context, string table) =>
        context.Model.GetEntityTypes().SingleOrDefault(type => type.GetTableName() == table);

    public static IReadOnlyList<IProperty> ColumnsOf(IEntityType type) =>
        [.. type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal)];

    public static async IAsyncEnumerable<IReadOnlyList<JsonElement>> ReadAsync(DbContext context, IEntityType type)
    {
        var columns = ColumnsOf(type);
        await foreach (var row in All(context, type).AsAsyncEnumerable())
        {
            var entry = context.Entry(row);
            yield return [.. columns.Select(column => JsonSerializer.SerializeToElement(entry.Property(column).CurrentValue, column.ClrType, Json))];
            entry.State = EntityState.Detached;
        }
    }

    public static object Make(DbContext context, IEntityType type, IReadOnlyList<IProperty> columns, JsonElement row)
    {
        // As the database would make it: a row need not have come about in a way that its class allows.
        var made = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var entry = context.Entry(made);
        for (var i = 0; i < columns.Count; i++)
            entry.Property(columns[i]).CurrentValue = row[i].Deserialize(columns[i].ClrType, Json);
        return made;
    }

    public static IQueryable<object> All(DbContext context, IEntityType type) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type.ClrType).Invoke(context, null)!;
}

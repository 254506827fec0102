using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrossBorder.Federation.Storage.Backup;

/// <summary>One member of a row as it stands in a backup: a column, or a document that the row owns.</summary>
internal sealed class BackupColumn
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly IProperty? property;
    private readonly INavigation? document;

    private BackupColumn(IProperty? property, INavigation? document)
    {
        this.property = property;
        this.document = document;
    }

    public string Name => property?.Name ?? document!.Name;

    private Type Type => property?.ClrType ?? document!.ClrType;

    public static IReadOnlyList<BackupColumn> Of(IEntityType type) =>
    [
        .. type.GetProperties().Select(property => new BackupColumn(property, null))
            .Concat(type.GetNavigations().Where(IsDocument).Select(document => new BackupColumn(null, document)))
            .OrderBy(column => column.Name, StringComparer.Ordinal),
    ];

    /// <summary>What a row owns in one column of its own, as JSON. What it owns in other ways is not in a backup.</summary>
    public static bool IsDocument(INavigation navigation) => navigation is { IsCollection: false } && navigation.TargetEntityType.IsMappedToJson();

    public JsonElement Read(DbContext context, object row)
    {
        var entry = context.Entry(row);
        return JsonSerializer.SerializeToElement(property is not null ? entry.Property(property).CurrentValue : entry.Reference(document!).CurrentValue, Type, Json);
    }

    public void Write(DbContext context, object row, JsonElement value)
    {
        var entry = context.Entry(row);
        var read = value.Deserialize(Type, Json);
        if (property is not null)
            entry.Property(property).CurrentValue = read;
        else
            entry.Reference(document!).CurrentValue = read;
    }
}

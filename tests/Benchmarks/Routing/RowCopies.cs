using CrossBorder.Federation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrossBorder.Benchmarks.Routing;

/// <summary>Statements that write the rows of one case again, from one number to another.</summary>
internal sealed class RowCopies(HubDbContext context, string template, int from, int to)
{
    private readonly bool postgres = context.Database.IsNpgsql();

    public Task WriteAsync<T>(string of, CancellationToken cancellationToken)
    {
        var type = context.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Where(property => !IsNumbered(property)).ToList();
        var names = string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
        var values = string.Join(", ", columns.Select(column => ValueOf(type, column)));
        var key = of == "DeliveryId" ? $"IN (SELECT \"Id\" FROM \"Deliveries\" WHERE \"ApplicationId\" = '{template}')" : $"= '{template}'";
        // Nothing in it comes from outside: names of the model, and an id that the database gave.
#pragma warning disable EF1002
        return context.Database.ExecuteSqlRawAsync(
            $"INSERT INTO \"{type.GetTableName()}\" ({names}) SELECT {values} FROM \"{type.GetTableName()}\" copied, {Series} WHERE copied.\"{of}\" {key}", cancellationToken);
#pragma warning restore EF1002
    }

    private string Series => postgres
        ? $"generate_series({from}, {to}) AS series(n)"
        : $"(WITH RECURSIVE counted(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM counted WHERE n < {to}) SELECT n FROM counted) series";

    // A number as 32 letters: older than any id of the hub, as what was stored first is.
    private string Numbered => postgres ? "lpad(to_hex(series.n), 32, '0')" : "printf('%032x', series.n)";

    private string ValueOf(IEntityType type, IProperty property)
    {
        var column = $"copied.\"{property.GetColumnName()}\"";
        return property.Name switch
        {
            "Id" when postgres && property.ClrType == typeof(Guid) => $"({Numbered})::uuid",
            // One delivery to a case: the same number serves.
            "Id" or "ApplicationId" or "DeliveryId" or "SubjectReference" => postgres && property.GetColumnType() == "uuid" ? $"{Numbered}::uuid" : Numbered,
            "CaseNumber" => "'CB-OLD-' || series.n",
            "ResidentId" => "'resident-' || (series.n / 10)",
            // Linked long ago; each has a place of its own.
            "Sequence" when type.GetTableName() == "AuditEntries" => $"1000000000 + series.n * 100 + {EarlierEntries}",
            _ => column,
        };
    }

    // Entries of others may stand between those of a case, so their own numbers say nothing.
    private const string EarlierEntries =
        "(SELECT count(*) FROM \"AuditEntries\" earlier WHERE earlier.\"SubjectReference\" = copied.\"SubjectReference\" AND earlier.\"Id\" < copied.\"Id\")";

    private static bool IsNumbered(IProperty property) => property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType != typeof(string);
}

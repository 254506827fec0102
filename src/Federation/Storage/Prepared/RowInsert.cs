using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrossBorder.Federation.Storage.Prepared;

/// <summary>Writes new rows of one entity: table, columns and conversions are those of the model, so that there is no second place that knows them.</summary>
internal sealed class RowInsert
{
    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<Type, RowInsert>> OfModels = [];

    private readonly IProperty[] columns;
    private readonly ColumnStatement statement;

    private RowInsert(IEntityType type)
    {
        columns = [.. type.GetProperties().Where(column => !IsNumbered(column))];
        var names = string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""));
        var places = string.Join(", ", columns.Select((_, place) => $"{{{place}}}"));
        statement = new($"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({places})", columns);
    }

    /// <summary>The row of an entity, without those that hang on it.</summary>
    /// <param name="context">Whose model says what the row looks like.</param>
    /// <param name="entity">Belongs to no context, or to any.</param>
    /// <param name="beside">Values that the model keeps beside the entity, by their names there.</param>
    public static ReadyStatement Of(HubDbContext context, object entity, params ReadOnlySpan<(string Name, object? Value)> beside)
    {
        var inserts = OfModels.GetValue(context.Model, static _ => new());
        return inserts.GetOrAdd(entity.GetType(), static (type, model) => new RowInsert(TypeOf(model, type)), context.Model).Row(entity, beside);
    }

    private static IEntityType TypeOf(IModel model, Type type) =>
        model.FindEntityType(type) ?? throw new ArgumentException($"{type} is no entity of the model.", nameof(type));

    private ReadyStatement Row(object entity, ReadOnlySpan<(string Name, object? Value)> beside)
    {
        var values = new object?[columns.Length];
        for (var place = 0; place < values.Length; place++)
            values[place] = columns[place].IsShadowProperty() ? Beside(columns[place].Name, beside) : columns[place].GetGetter().GetClrValue(entity);
        return statement.With(values);
    }

    private static object? Beside(string name, ReadOnlySpan<(string Name, object? Value)> beside)
    {
        foreach (var (known, value) in beside)
        {
            if (known == name)
                return value;
        }

        throw new ArgumentException($"{name} stands beside the entity, and nobody gave it.", nameof(beside));
    }

    // The database counts: such a row gets its number there.
    private static bool IsNumbered(IProperty column) => column.ValueGenerated == ValueGenerated.OnAdd && (column.ClrType == typeof(long) || column.ClrType == typeof(int));
}

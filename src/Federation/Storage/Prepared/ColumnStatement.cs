using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CrossBorder.Federation.Storage.Prepared;

/// <summary>
/// A statement written past the change tracker, whose parameters are columns of the model: what is written is converted, and sealed, as the model
/// says it is.
/// </summary>
internal sealed class ColumnStatement
{
    private readonly RelationalTypeMapping[] mappings;

    /// <param name="text">The statement with a place for each parameter: <c>{0}</c>, <c>{1}</c>.</param>
    /// <param name="parameters">The columns whose values go there.</param>
    public ColumnStatement(string text, IReadOnlyList<IProperty> parameters)
    {
        mappings = [.. parameters.Select(parameter => parameter.GetRelationalTypeMapping())];
        Named = Fill(text, place => "@p" + place);
        Positional = Fill(text, place => "$" + (place + 1));
    }

    /// <summary>The text with parameters by name.</summary>
    public string Named { get; }

    /// <summary>The text with parameters by place, which PostgreSQL's driver takes as it is.</summary>
    public string Positional { get; }

    /// <summary>Ready to run; all that costs time was done when this returns.</summary>
    public ReadyStatement With(params ReadOnlySpan<object?> values) => With(values, mustChange: false);

    /// <summary>The same, with whether its group holds only where it changes something.</summary>
    public ReadyStatement With(ReadOnlySpan<object?> values, bool mustChange)
    {
        if (values.Length != mappings.Length)
            throw new ArgumentException($"{mappings.Length} values belong to: {Named}", nameof(values));
        var stored = new object[values.Length];
        for (var place = 0; place < values.Length; place++)
            stored[place] = Stored(mappings[place], values[place]) ?? DBNull.Value;
        return new ReadyStatement(this, stored) { MustChange = mustChange };
    }

    /// <summary>Parameters without values, in their order.</summary>
    /// <param name="maker">Makes parameters of its kind and is not changed.</param>
    /// <param name="named">Whether they have the names that <see cref="Named"/> calls them by.</param>
    public IEnumerable<DbParameter> Parameters(DbCommand maker, bool named) => mappings.Select((mapping, place) =>
        mapping.CreateParameter(maker, named ? "@p" + place.ToString(CultureInfo.InvariantCulture) : "", value: null, nullable: true));

    private static object? Stored(RelationalTypeMapping mapping, object? value) =>
        value is null ? null : mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private string Fill(string text, Func<int, string> name) =>
        string.Format(CultureInfo.InvariantCulture, text, [.. mappings.Select((_, place) => (object)name(place))]);
}

/// <summary>A statement with the values that the database gets.</summary>
internal sealed class ReadyStatement(ColumnStatement statement, object[] values)
{
    public ColumnStatement Statement => statement;

    public IReadOnlyList<object> Values => values;

    /// <summary>Rows that it changed, once it ran.</summary>
    public int Changed { get; set; }

    /// <summary>Whether it rests on a state that another may have changed: where it changes nothing, its group does not hold.</summary>
    public bool MustChange { get; init; }

    /// <summary>Runs it at once, in the transaction of that context where there is one.</summary>
    /// <returns>Rows that it changed.</returns>
    public async Task<int> RunAsync(HubDbContext context, CancellationToken cancellationToken)
    {
        await using var maker = context.Database.GetDbConnection().CreateCommand();
        var parameters = Statement.Parameters(maker, named: true).Zip(Values, static (parameter, value) =>
        {
            parameter.Value = value;
            return parameter;
        }).ToList();
        return Changed = await context.Database.ExecuteSqlRawAsync(Statement.Named, parameters, cancellationToken);
    }
}

using System.Data.Common;
using System.Globalization;
using System.Text;
using CrossBorder.Federation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>How the database goes about a statement of the hub, in its own words.</summary>
internal static class QueryPlan
{
    public static async Task<string> OfAsync<TRow>(HubDbContext context, IQueryable<TRow> asked, CancellationToken cancellationToken)
    {
        await using var command = asked.CreateDbCommand();
        return await OfAsync(context, command, cancellationToken);
    }

    /// <param name="context">Of the database that is asked.</param>
    /// <param name="statement">With numbered places for its values.</param>
    /// <param name="values">How many places there are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<string> OfAsync(HubDbContext context, string statement, int values, CancellationToken cancellationToken)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The statement that the hub itself asks; the plan depends on no value.
        command.CommandText = string.Format(CultureInfo.InvariantCulture, statement, [.. Enumerable.Repeat<object>("1", values)]);
#pragma warning restore CA2100
        return await OfAsync(context, command, cancellationToken);
    }

    private static async Task<string> OfAsync(HubDbContext context, DbCommand command, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        // So few rows would be read as they lie, whatever index there is.
        if (context.Database.IsNpgsql())
            await context.Database.ExecuteSqlRawAsync("SET enable_seqscan = off", cancellationToken);
#pragma warning disable CA2100 // The statement that the hub itself asks.
        command.CommandText = (context.Database.IsNpgsql() ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var plan = new StringBuilder();
        while (await reader.ReadAsync(cancellationToken))
            plan.AppendLine(reader.GetString(reader.FieldCount - 1));
        return plan.ToString();
    }
}

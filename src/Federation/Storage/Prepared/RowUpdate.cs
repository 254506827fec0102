using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrossBorder.Federation.Storage.Prepared;

/// <summary>Statements that change columns of the row of an id.</summary>
internal static class RowUpdate
{
    /// <summary>Parameters are the columns in their order, then the id, then those that the condition names.</summary>
    /// <param name="type">What the rows are.</param>
    /// <param name="set">What is written.</param>
    /// <param name="condition">What must hold beside the id, from <c> AND </c> on; its parameters are counted after the id.</param>
    /// <param name="asked">The columns of those parameters.</param>
    public static ColumnStatement Of(IEntityType type, IReadOnlyList<IProperty> set, string condition = "", params IReadOnlyList<IProperty> asked)
    {
        var key = type.FindPrimaryKey()!.Properties[0];
        var values = string.Join(", ", set.Select((column, place) => $"{Name(column)} = {{{place}}}"));
        return new($"UPDATE \"{type.GetTableName()}\" SET {values} WHERE {Name(key)} = {{{set.Count}}}{condition}", [.. set, key, .. asked]);
    }

    public static string Name(IProperty column) => $"\"{column.GetColumnName()}\"";
}

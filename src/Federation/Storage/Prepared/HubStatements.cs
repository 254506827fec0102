using System.Runtime.CompilerServices;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrossBorder.Federation.Storage.Prepared;

/// <summary>What is changed for each delivery and its case past the change tracker, beside the new rows; made once for each model.</summary>
internal sealed class HubStatements
{
    private static readonly ConditionalWeakTable<IModel, HubStatements> OfModels = [];

    private HubStatements(IModel model)
    {
        var delivery = model.FindEntityType(typeof(Delivery))!;
        Envelope = Update(delivery, [nameof(Delivery.Envelope), nameof(Delivery.EnvelopeKey), nameof(Delivery.SignedAt)], onlyWithout: nameof(Delivery.Envelope));
        Concluded = Update(delivery, [nameof(Delivery.Status), nameof(Delivery.LeaseOwner), nameof(Delivery.LeasedUntil), nameof(Delivery.LastFault)]);
        var filed = model.FindEntityType(typeof(Application))!;
        Case = Update(filed, [nameof(Application.Status)]);
        var (id, status) = (filed.FindProperty(nameof(Application.Id))!, filed.FindProperty(nameof(Application.Status))!);
        var revision = Name(filed.FindProperty(nameof(Application.Revision))!);
        Taken = new($"UPDATE \"{filed.GetTableName()}\" SET {revision} = {revision} + 1 WHERE {Name(id)} = {{0}}", [id]);
        Moved = new(
            $"UPDATE \"{filed.GetTableName()}\" SET {Name(status)} = {{0}} WHERE {Name(id)} = {{1}} AND {Name(status)} <> {{2}} AND {Name(status)} <> {{0}}",
            [status, id, status]);
    }

    /// <summary>Envelope, its key and when it was signed, for the delivery of an id that has none yet.</summary>
    public ColumnStatement Envelope { get; }

    /// <summary>Status, holder and end of the lease, and last fault, for the delivery of an id.</summary>
    public ColumnStatement Concluded { get; }

    /// <summary>Status, for the case of an id.</summary>
    public ColumnStatement Case { get; }

    /// <summary>One more revision, for the case of an id: until the transaction ends nobody else gets its row.</summary>
    public ColumnStatement Taken { get; }

    /// <summary>Status, for the case of an id, unless it stands at the third value or has that status already.</summary>
    public ColumnStatement Moved { get; }

    public static HubStatements Of(HubDbContext context) => OfModels.GetValue(context.Model, static model => new HubStatements(model));

    private static ColumnStatement Update(IEntityType type, IReadOnlyList<string> set, string? onlyWithout = null) => RowUpdate.Of(
        type, [.. set.Select(name => type.FindProperty(name)!)], onlyWithout is null ? "" : $" AND {Name(type.FindProperty(onlyWithout)!)} IS NULL");

    private static string Name(IProperty column) => RowUpdate.Name(column);
}

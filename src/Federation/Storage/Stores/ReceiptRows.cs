using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage.Prepared;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>The rows that a first receipt adds, whatever else it changes: made and sealed before anybody waits for the writer.</summary>
internal static class ReceiptRows
{
    public static IReadOnlyList<ReadyStatement> Of(
        HubDbContext context, Delivery delivery, VerifiedReceipt receipt, TrustUse? use, DateTimeOffset at, string node)
    {
        var what = WordOf(delivery.Kind, receipt.Accepted);
        List<object> rows =
        [
            new Receipt
            {
                DeliveryId = delivery.Id,
                Compact = receipt.Compact,
                Accepted = receipt.Accepted,
                Reference = receipt.Reference ?? string.Empty,
                ReceivedAt = receipt.ReceivedAt,
                VerifiedAt = at,
                TrustPath = use?.Path,
            },
            DeliveryQueue.EventOf(delivery, at, what, receipt.Reference ?? receipt.Reason),
            AuditLog.EntryOf(at, "delivery." + what, AuditActors.Department, delivery.ApplicationId, new Dictionary<string, string>
            {
                ["delivery"] = delivery.Id,
                ["department"] = delivery.Department,
            }),
        ];
        if (use is not null)
            rows.Add(TrustRecord.Of(use, new TrustReference(ApplicationId: delivery.ApplicationId, DeliveryId: delivery.Id), node));
        return [.. rows.Select(row => RowInsert.Of(context, row))];
    }

    private static string WordOf(DeliveryKind kind, bool accepted) => (kind, accepted) switch
    {
        (DeliveryKind.Withdrawal, _) => CaseEvents.WithdrawalReceived,
        (DeliveryKind.Supplement, true) => CaseEvents.SupplementReceived,
        (DeliveryKind.Supplement, false) => CaseEvents.SupplementRefused,
        (_, true) => CaseEvents.Accepted,
        _ => CaseEvents.Rejected,
    };
}

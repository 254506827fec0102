using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>What a verified receipt changes: receipt, delivery, clock, case, timeline and audit log, all in the transaction of the caller.</summary>
internal sealed class ReceiptWrites(HubDbContext context, CaseMoves cases, ClockMoves clocks, ITrustRecords records, IAuditLog audit)
{
    private readonly HubQueries queries = HubQueries.Of(context);

    public async Task<ConcludedDelivery> StageAsync(Delivery delivery, VerifiedReceipt receipt, TrustUse? use, DateTimeOffset at)
    {
        await cases.TakeAsync(delivery.ApplicationId, CancellationToken.None);
        // Read behind the case's row. A second receipt changes nothing.
        if (await queries.StateWithoutReceipt(context, delivery.Id) is not { } before)
            return new(Stored: false, Decided: null);

        Keep(delivery, receipt, use, at);
        // A case taken back in the meantime stays taken back; the receipt is kept all the same.
        var after = DeliveryMachine.Receipt(new(before.Status, before.Told, before.Sequence), receipt.Accepted);
        var word = after.Status.ToString();
        await context.Database.ExecuteSqlAsync(
            $"""UPDATE "Deliveries" SET "Status" = {word}, "LeaseOwner" = NULL, "LeasedUntil" = NULL, "LastFault" = NULL WHERE "Id" = {delivery.Id}""");
        var decided = await clocks.FollowAsync(delivery.Id, after, at, CancellationToken.None);
        if (delivery.Kind == DeliveryKind.Application)
            await cases.MoveAsync(delivery.ApplicationId, at, CancellationToken.None);
        return new(Stored: true, decided);
    }

    private void Keep(Delivery delivery, VerifiedReceipt receipt, TrustUse? use, DateTimeOffset at)
    {
        context.Add(new Receipt
        {
            DeliveryId = delivery.Id,
            Compact = receipt.Compact,
            Accepted = receipt.Accepted,
            Reference = receipt.Reference ?? string.Empty,
            ReceivedAt = receipt.ReceivedAt,
            VerifiedAt = at,
            TrustPath = use?.Path,
        });
        if (use is not null)
            records.Add(use, new TrustReference(ApplicationId: delivery.ApplicationId, DeliveryId: delivery.Id));
        var what = (delivery.Kind, receipt.Accepted) switch
        {
            (DeliveryKind.Withdrawal, _) => CaseEvents.WithdrawalReceived,
            (DeliveryKind.Supplement, true) => CaseEvents.SupplementReceived,
            (DeliveryKind.Supplement, false) => CaseEvents.SupplementRefused,
            (_, true) => CaseEvents.Accepted,
            _ => CaseEvents.Rejected,
        };
        context.Add(DeliveryQueue.EventOf(delivery, at, what, receipt.Reference ?? receipt.Reason));
        audit.Record("delivery." + what, AuditActors.Department, delivery.ApplicationId, new Dictionary<string, string>
        {
            ["delivery"] = delivery.Id,
            ["department"] = delivery.Department,
        });
    }
}

/// <param name="Stored">False where a receipt was there already.</param>
/// <param name="Decided">The delivery's clock, where the receipt was the department's decision.</param>
internal sealed record ConcludedDelivery(bool Stored, DeliveryClock? Decided);

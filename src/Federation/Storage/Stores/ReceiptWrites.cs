using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage.Prepared;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>What a verified receipt changes: receipt, delivery, clock, case, timeline and audit log, all in the transaction of the caller.</summary>
internal sealed class ReceiptWrites(HubDbContext context, CaseMoves cases, ClockMoves clocks, StagedStatements statements)
{
    private readonly HubQueries queries = HubQueries.Of(context);

    /// <param name="delivery">The delivery that was signed for.</param>
    /// <param name="accepted">What the receipt says.</param>
    /// <param name="rows">Those of <see cref="ReceiptRows"/>.</param>
    /// <param name="at">The time of it.</param>
    public async Task<ConcludedDelivery> StageAsync(Delivery delivery, bool accepted, IEnumerable<ReadyStatement> rows, DateTimeOffset at)
    {
        await cases.TakeAsync(delivery.ApplicationId, CancellationToken.None);
        // Read behind the case's row. A second receipt changes nothing.
        var signedFor = await queries.SignedFor(context, delivery.ApplicationId).ToListAsync();
        if (signedFor.Find(row => row.Standing.Id == delivery.Id) is not { HasReceipt: false } own)
            return new(Stored: false, Decided: null);

        // A case taken back in the meantime stays taken back; the receipt is kept all the same.
        var after = DeliveryMachine.Receipt(new(own.Standing.Status, own.Standing.Told, own.Sequence), accepted);
        statements.AddRange(rows);
        statements.Add(HubStatements.Of(context).Concluded.With(after.Status, null, null, null, delivery.Id));
        // A notice of withdrawal has no clock.
        var isPassedOn = signedFor.Exists(row => row.Standing.ForwardedFrom == delivery.Id);
        var decided = own.Clock is null ? null : clocks.Follow(own.Clock, new(after.Status, after.Told, isPassedOn), at);
        if (delivery.Kind == DeliveryKind.Application)
        {
            var standings = signedFor.Where(row => row.Kind == DeliveryKind.Application)
                .Select(row => row.Standing.Id == delivery.Id ? row.Standing with { Status = after.Status } : row.Standing);
            if (await cases.MoveAsync(delivery.ApplicationId, own.Case, own.Filed, [.. standings], at, CancellationToken.None) is { } moved)
                statements.Add(HubStatements.Of(context).Case.With(moved, delivery.ApplicationId));
        }

        return new(Stored: true, decided);
    }
}

/// <param name="Stored">False where a receipt was there already.</param>
/// <param name="Decided">The delivery's clock, where the receipt was the department's decision.</param>
internal sealed record ConcludedDelivery(bool Stored, DeliveryClock? Decided);

using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>
/// Verifies a department's receipt and stores it, whichever way it came. One that does not hold is told to the operator here; what becomes
/// of the delivery then is for the way that it came by.
/// </summary>
internal sealed class TakeReceipt(
    IDeliveryQueue queue, ReceiptJudge judge, TrustRecorder recorder, TimeProvider clock, ApplicationMetrics metrics, ILogger<TakeReceipt> logger)
{
    /// <summary>The receipt, stored once this returns. Refusals: those of <see cref="ReceiptPipeline"/>.</summary>
    public async Task<Outcome<VerifiedReceipt>> TakeAsync(
        Delivery delivery, string envelope, string compact, DepartmentOptions department, CancellationToken cancellationToken)
    {
        var judgement = await judge.JudgeAsync(delivery, envelope, compact, department, cancellationToken);
        var party = new TrustParty(TrustPurpose.ReceiptSigning, new Jurisdiction(department.Jurisdiction), PartyNames.OfDepartment(department.Slug));
        var use = await recorder.JudgedAsync(party, judgement, cancellationToken);
        if (!judgement.Outcome.TryGetValue(out var receipt))
        {
            Refused(department.Slug, delivery.Id, judgement.Outcome.Error);
            return judgement.Outcome;
        }

        // One that comes again is no second hand-over, and what it says counts no more.
        if (!await queue.ConcludeAsync(delivery, receipt, use, clock.GetUtcNow(), cancellationToken))
            return receipt;
        var outcome = receipt.Accepted ? CaseEvents.Accepted : CaseEvents.Rejected;
        metrics.Attempted(delivery.Department, outcome);
        Log.Delivered(logger, delivery.Id, delivery.Department, outcome);
        return receipt;
    }

    /// <summary>Tells the operator of a receipt that is none.</summary>
    public void Refused(string department, string delivery, Error fault)
    {
        metrics.Attempted(department, CaseEvents.ReceiptRefused);
        metrics.ReceiptRefused(department, fault.Code);
        Log.ReceiptRefused(logger, delivery, department, fault.Code, fault.Detail);
    }
}

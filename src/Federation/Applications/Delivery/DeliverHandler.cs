using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>One hand-over: sign once, send, verify the receipt, store it. Every end of it leaves the delivery in the queue or concluded.</summary>
internal sealed class DeliverHandler(
    IDeliveryQueue queue,
    EnvelopeSigner signer,
    EnvelopeSealer sealer,
    IDepartmentChannel channel,
    TakeReceipt receipts,
    DepartmentFlow flow,
    IOptions<DepartmentsOptions> departments,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ApplicationMetrics metrics,
    ILogger<DeliverHandler> logger)
{
    public async Task DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (departments.Value.Find(delivery.Department) is not { } department)
        {
            await DelayAsync(delivery, ErrorCatalogue.DepartmentNotConnected.With($"Departments holds no '{delivery.Department}'."), cancellationToken);
            return;
        }

        // Stored before it is sent: after a crash the department sees the same bytes again, and knows them.
        if (delivery.Envelope is not { } envelope)
        {
            var signed = signer.Sign(delivery.Payload, department, delivery.Kind);
            if (!signed.TryGetValue(out var made))
            {
                await DelayAsync(delivery, signed.Error, cancellationToken);
                return;
            }

            envelope = await queue.KeepEnvelopeAsync(delivery.Id, made, delivery.SignedAt ?? clock.GetUtcNow(), cancellationToken);
        }

        var outgoing = await sealer.SealAsync(envelope, department, cancellationToken);
        if (!outgoing.TryGetValue(out var sent))
        {
            await DelayAsync(delivery, outgoing.Error, cancellationToken);
            return;
        }

        var answer = await channel.DeliverAsync(new(delivery.Id, delivery.Department, sent), cancellationToken);
        if (!answer.TryGetValue(out var received))
        {
            await DelayAsync(delivery, answer.Error, cancellationToken);
            await flow.FailedAsync(delivery.Department, answer.Error, cancellationToken);
            return;
        }

        if (received.Receipt is not { } receipt)
        {
            var now = clock.GetUtcNow();
            await queue.AwaitReceiptAsync(delivery, now + options.Value.AnswerWithin, cancellationToken);
            return;
        }

        var taken = await receipts.TakeAsync(delivery, envelope, receipt, department, cancellationToken);
        if (taken.Succeeded)
        {
            await flow.SucceededAsync(delivery.Department, cancellationToken);
            return;
        }

        await PostponeAsync(delivery, taken.Error, CaseEvents.ReceiptRefused, cancellationToken);
        await flow.FailedAsync(delivery.Department, taken.Error, cancellationToken);
    }

    private async Task DelayAsync(Delivery delivery, Error fault, CancellationToken cancellationToken)
    {
        metrics.Attempted(delivery.Department, CaseEvents.Delayed);
        Log.Delayed(logger, delivery.Id, delivery.Department, delivery.Attempts, fault.Code, fault.Detail);
        await PostponeAsync(delivery, fault, CaseEvents.Delayed, cancellationToken);
    }

    private Task PostponeAsync(Delivery delivery, Error fault, string what, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return queue.PostponeAsync(delivery, fault, what, now + options.Value.DelayAfter(delivery.Attempts), now, cancellationToken);
    }
}

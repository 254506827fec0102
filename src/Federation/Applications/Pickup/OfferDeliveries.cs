using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Delivery;

namespace CrossBorder.Federation.Applications.Pickup;

/// <summary>One delivery that a department takes with it.</summary>
/// <param name="Id">Stays the same, however often it is offered or pushed.</param>
/// <param name="Envelope">JWS compact form, the same bytes each time; for a department that registered a key a JWE around it, a new one each time.</param>
/// <param name="LeasedUntil">Until then nobody else gets it, and it is not pushed; a receipt counts after that too.</param>
internal sealed record OfferedDelivery(string Id, string Envelope, DateTimeOffset LeasedUntil);

/// <summary>
/// Hands a department what waits for it. The lease is the worker's own: what somebody took, either way, nobody else gets until the
/// lease has run out.
/// </summary>
internal sealed class OfferDeliveries(IDeliveryQueue queue, EnvelopeSigner signer, EnvelopeSealer sealer, TimeProvider clock)
{
    /// <summary>What a department's client has to store what it took, and to sign for it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<OfferedDelivery>> OfferAsync(DepartmentOptions department, int most, CancellationToken cancellationToken)
    {
        // Whole milliseconds, as both databases keep them.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var until = now + Lease;
        var request = new LeaseRequest(department.Slug, $"pickup:{Guid.CreateVersion7(now):N}", most, now, until, EvenIfNotDue: true);
        var offered = new List<OfferedDelivery>();
        foreach (var delivery in (await queue.LeaseAsync(request, cancellationToken)).OrderBy(delivery => delivery.Id, StringComparer.Ordinal))
        {
            // Stored before it leaves, as when it is pushed: whichever way it goes next time, the bytes are these.
            if (delivery.Envelope is not { } envelope)
            {
                // While no key signs, it is left to the next lease.
                if (!signer.Sign(delivery.Payload, department, delivery.Kind).TryGetValue(out var made))
                    continue;
                envelope = await queue.KeepEnvelopeAsync(delivery.Id, made, clock.GetUtcNow(), cancellationToken);
            }

            var outgoing = await sealer.SealAsync(envelope, department, cancellationToken);
            if (outgoing.TryGetValue(out var sent))
                offered.Add(new(delivery.Id, sent, until));
            else
                await queue.NoteAsync(delivery, outgoing.Error, CaseEvents.Delayed, clock.GetUtcNow(), cancellationToken);
        }

        await queue.FetchedAsync(request.Owner, offered.ConvertAll(delivery => delivery.Id), cancellationToken);
        return offered;
    }
}

using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Withdraw;

/// <summary>
/// Takes a case back. What no department can have seen is not sent any more; to every department that may have seen it a
/// signed notice travels through the same queue, with a delivery id of its own.
/// </summary>
internal sealed class WithdrawHandler(IApplicationStore store, DeliverySignal signal, TimeProvider clock)
{
    private const int Rounds = 5;

    public async Task<Outcome<CaseView>> WithdrawAsync(string residentId, string caseNumber, CancellationToken cancellationToken)
    {
        // The worker may move the case between reading and writing; then it is read again.
        for (var round = 0; round < Rounds; round++)
        {
            if (await store.FindAsync(residentId, caseNumber, cancellationToken) is not { } application)
                return ErrorCatalogue.CaseUnknown.With("No case of this number is the caller's.");
            if (application.Status == ApplicationStatus.Withdrawn)
                return CaseView.Of(application);
            if (ApplicationStatuses.IsOver(application.Status))
                return ErrorCatalogue.CaseNotWithdrawable.With($"The case is {StatusWords.Of(application.Status)}.");

            var now = clock.GetUtcNow();
            var notices = application.Deliveries.Where(MayHaveArrived).Select(delivery => NoticeOf(application, delivery, now)).ToList();
            if (!await store.WithdrawAsync(application, notices, now, cancellationToken))
                continue;

            signal.Raise();
            return CaseView.Of((await store.FindAsync(residentId, caseNumber, cancellationToken))!);
        }

        throw new InvalidOperationException("The case kept changing while it was to be withdrawn.");
    }

    private static bool MayHaveArrived(Delivery.Delivery delivery) =>
        delivery.Kind == DeliveryKind.Application && delivery.Status != DeliveryStatus.Rejected
        && (delivery.Envelope is not null || delivery.Attempts > 0);

    private static Delivery.Delivery NoticeOf(Application application, Delivery.Delivery delivery, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now).ToString("N");
        return new()
        {
            Id = id,
            ApplicationId = application.Id,
            Department = delivery.Department,
            Item = delivery.Item,
            Kind = DeliveryKind.Withdrawal,
            Withdraws = delivery.Id,
            Payload = ApplicationJson.Write(new
            {
                Id = id,
                Aud = delivery.Department,
                Case = application.CaseNumber,
                delivery.Item,
                delivery.Department,
                Withdraws = delivery.Id,
                WithdrawnAt = now,
            }),
            QueuedAt = now,
            DueAt = now,
        };
    }
}

using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Events;

/// <summary>What a department is told when its event is stored. The same, however often it is sent.</summary>
internal sealed record EventAnswer(string Id, string Delivery, long Sequence, string Status, bool Moved, DateTimeOffset StoredAt)
{
    public static EventAnswer Of(DepartmentEvent told) =>
        new(told.Id, told.DeliveryId, told.Sequence, StatusWords.Of(told.Status), told.Moved, told.StoredAt);
}

/// <summary>Verifies a department's event and stores it.</summary>
internal sealed class ReceiveEvent(
    EventJudge judge,
    TrustRecorder recorder,
    IDepartmentEvents events,
    DeliverySignal signal,
    ICatalogue catalogue,
    IOptions<DepartmentsOptions> departments,
    IOptions<DepartmentEventsOptions> options,
    TimeProvider clock,
    ApplicationMetrics metrics,
    ILogger<ReceiveEvent> logger)
{
    public async Task<Outcome<EventAnswer>> ReceiveAsync(string slug, string compact, CancellationToken cancellationToken)
    {
        if (departments.Value.Find(slug) is not { } department)
            return ErrorCatalogue.DepartmentUnknown.With("The hub has no connection with a department of this name.");

        var answer = await ReceiveAsync(department, compact, cancellationToken);
        if (!answer.TryGetValue(out var stored))
        {
            metrics.EventRefused(slug, answer.Error.Code);
            Log.EventRefused(logger, slug, answer.Error.Code, answer.Error.Detail);
            return answer;
        }

        metrics.EventStored(slug, stored.Status);
        return answer;
    }

    private async Task<Outcome<EventAnswer>> ReceiveAsync(DepartmentOptions department, string compact, CancellationToken cancellationToken)
    {
        var judgement = await judge.JudgeAsync(compact, department, cancellationToken);
        var party = new TrustParty(TrustPurpose.ReceiptSigning, new Jurisdiction(department.Jurisdiction), PartyNames.OfDepartment(department.Slug));
        var use = await recorder.JudgedAsync(party, judgement, cancellationToken);
        if (!judgement.Outcome.TryGetValue(out var told))
            return await RepeatedAsync(department, compact, judgement.Outcome.Errors, cancellationToken);

        if (FaultsOf(told) is { Count: > 0 } faults)
            return Outcome<EventAnswer>.Refused(faults);

        var kept = await events.KeepAsync(DepartmentEvent.Of(told, clock.GetUtcNow(), use?.Path), use, options.Value.PerDelivery, cancellationToken);
        if (kept.TryGetValue(out var stored) && stored is not { ForwardedTo: null, Split: null })
            signal.Raise();
        return kept.Map(EventAnswer.Of);
    }

    /// <summary>Departments and items that it names and nobody knows.</summary>
    private List<Error> FaultsOf(VerifiedEvent told)
    {
        var faults = new List<Error>();
        if (told.ForwardedTo is { } to && departments.Value.Find(to) is null)
            faults.Add(ErrorCatalogue.ForwardDepartmentUnknown.With("The hub has no connection with the department that it goes to.", "/to"));
        foreach (var (index, part) in told.Split.Index())
        {
            if (departments.Value.Find(part.Department) is null)
                faults.Add(ErrorCatalogue.ForwardDepartmentUnknown.With("The hub has no connection with the department that it goes to.", $"/split/{index}/department"));
            if (part.Item is { } item && !catalogue.TryGetItem(item, out _))
                faults.Add(ErrorCatalogue.SplitItemUnknown.With("There is no item of this code.", $"/split/{index}/item"));
        }

        return faults;
    }

    /// <summary>An event that is too old to be taken but was taken in time: the department that did not hear the answer hears it now.</summary>
    private async Task<Outcome<EventAnswer>> RepeatedAsync(
        DepartmentOptions department, string compact, IReadOnlyList<Error> refused, CancellationToken cancellationToken)
    {
        if (refused.Any(error => error.Code != ErrorCatalogue.EventTimeWrong.Code)
            || !judge.JudgeAtAnyTime(compact, department).Outcome.TryGetValue(out var told))
            return Outcome<EventAnswer>.Refused(refused);

        var stored = await events.FindAsync(told.Department, told.Id, cancellationToken);
        return stored is not null && stored.SaysTheSameAs(DepartmentEvent.Of(told, clock.GetUtcNow()))
            ? EventAnswer.Of(stored)
            : Outcome<EventAnswer>.Refused(refused);
    }
}

using CrossBorder.Federation.Applications.Status;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>A case as the API shows it.</summary>
internal record CaseBody(
    string CaseNumber, string Entry, string Status, DateTimeOffset SubmittedAt, IReadOnlyList<DeliveryBody> Deliveries,
    IReadOnlyList<DeferredView> Deferred)
{
    public static CaseBody Of(CaseView view) => new(
        view.CaseNumber, view.Entry, StatusWords.Of(view.Status), view.SubmittedAt, [.. view.Deliveries.Select(DeliveryBody.Of)],
        view.Deferred);
}

internal sealed record CaseDetailBody(
    string CaseNumber, string Entry, string Status, DateTimeOffset SubmittedAt, IReadOnlyList<DeliveryBody> Deliveries,
    IReadOnlyList<DeferredView> Deferred, IReadOnlyList<TimelineEntry> Timeline) : CaseBody(CaseNumber, Entry, Status, SubmittedAt, Deliveries, Deferred)
{
    public static new CaseDetailBody Of(CaseView view) => new(
        view.CaseNumber, view.Entry, StatusWords.Of(view.Status), view.SubmittedAt, [.. view.Deliveries.Select(DeliveryBody.Of)],
        view.Deferred, view.Timeline);
}

internal sealed record DeliveryBody(
    string Id, string Item, string Department, string Status, int Attempts, DateTimeOffset? Due, string? Receipt, string? Reference,
    DateOnly? DecideBy, string? Clock)
{
    public static DeliveryBody Of(DeliveryView view) => new(
        view.Id, view.Item, view.Department, StatusWords.Of(view.Status), view.Attempts, view.Due, view.Receipt, view.Reference,
        view.Clock?.DecideBy, view.Clock is { } clock ? StatusWords.Of(clock.State) : null);
}

internal sealed record CaseListBody(IReadOnlyList<CaseBody> Applications);

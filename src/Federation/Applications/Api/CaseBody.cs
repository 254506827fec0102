using CrossBorder.Federation.Applications.Status;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>A case as the API shows it.</summary>
internal record CaseBody(
    string CaseNumber, string Entry, string Status, DateTimeOffset SubmittedAt, IReadOnlyList<DeliveryBody> Deliveries)
{
    public static CaseBody Of(CaseView view) => new(
        view.CaseNumber, view.Entry, StatusWords.Of(view.Status), view.SubmittedAt, [.. view.Deliveries.Select(DeliveryBody.Of)]);
}

internal sealed record CaseDetailBody(
    string CaseNumber, string Entry, string Status, DateTimeOffset SubmittedAt, IReadOnlyList<DeliveryBody> Deliveries,
    IReadOnlyList<TimelineEntry> Timeline) : CaseBody(CaseNumber, Entry, Status, SubmittedAt, Deliveries)
{
    public static new CaseDetailBody Of(CaseView view) => new(
        view.CaseNumber, view.Entry, StatusWords.Of(view.Status), view.SubmittedAt, [.. view.Deliveries.Select(DeliveryBody.Of)], view.Timeline);
}

internal sealed record DeliveryBody(
    string Id, string Item, string Department, string Status, int Attempts, DateTimeOffset? Due, string? Receipt, string? Reference,
    DateOnly? DecideBy, string? Clock, IReadOnlyList<string> After, IReadOnlyList<string> WaitsFor, string? ForwardedFrom)
{
    public static DeliveryBody Of(DeliveryView view) => new(
        view.Id, view.Item, view.Department, StatusWords.Of(view.Status), view.Attempts, view.Due, view.Receipt, view.Reference,
        view.Clock?.DecideBy, view.Clock is { } clock ? StatusWords.Of(clock.State) : null,
        view.After, view.WaitsFor, view.ForwardedFrom);
}

internal sealed record CaseListBody(IReadOnlyList<CaseBody> Applications);

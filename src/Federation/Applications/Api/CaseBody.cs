using CrossBorder.Federation.Applications.Status;

namespace CrossBorder.Federation.Applications.Api;

/// <summary>A case as the API shows it.</summary>
internal record CaseBody(
    string CaseNumber, string Entry, string Status, DateTimeOffset SubmittedAt, IReadOnlyList<DeliveryBody> Deliveries,
    IReadOnlyList<DeferredView> Deferred)
{
    /// <summary>Who filed it for the applicant; null where they did it themselves.</summary>
    public FiledBy? Act { get; init; }

    public static CaseBody Of(CaseView view) => new(
        view.CaseNumber, view.Entry, StatusWords.Of(view.Status), view.SubmittedAt, [.. view.Deliveries.Select(DeliveryBody.Of)],
        view.Deferred) { Act = view.FiledBy };
}

internal sealed record CaseDetailBody(
    string CaseNumber, string Entry, string Status, DateTimeOffset SubmittedAt, IReadOnlyList<DeliveryBody> Deliveries,
    IReadOnlyList<DeferredView> Deferred, IReadOnlyList<TimelineEntry> Timeline) : CaseBody(CaseNumber, Entry, Status, SubmittedAt, Deliveries, Deferred)
{
    /// <summary>More are shown page by page: a department in a loop makes no answer without end.</summary>
    public const int TimelinePage = 200;

    /// <summary>How many lines the timeline has in all.</summary>
    public int TimelineTotal { get; init; }

    public static new CaseDetailBody Of(CaseView view) => Of(view, 1);

    /// <param name="page">1 is the newest; within it the oldest line comes first.</param>
    public static CaseDetailBody Of(CaseView view, int page) => new(
        view.CaseNumber, view.Entry, StatusWords.Of(view.Status), view.SubmittedAt, [.. view.Deliveries.Select(DeliveryBody.Of)], view.Deferred,
        [.. view.Timeline.Reverse().Skip((Math.Clamp(page, 1, view.Timeline.Count + 1) - 1) * TimelinePage).Take(TimelinePage).Reverse()])
    {
        TimelineTotal = view.Timeline.Count, Act = view.FiledBy,
    };
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

using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Applications.Status;

/// <summary>A case as its owner sees it.</summary>
/// <param name="CatalogueVersion">Of the catalogue that it was filed under: what its codes mean is to be read there.</param>
/// <param name="Concerns">Number of the case that this one complains of or asks about.</param>
internal sealed record CaseView(
    string CaseNumber,
    string Entry,
    ApplicationStatus Status,
    DateTimeOffset SubmittedAt,
    IReadOnlyList<DeliveryView> Deliveries,
    IReadOnlyList<TimelineEntry> Timeline,
    string? Concerns = null,
    string CatalogueVersion = "")
{
    /// <summary>Materials left for later.</summary>
    public IReadOnlyList<DeferredView> Deferred { get; init; } = [];

    /// <summary>Slugs of materials that may be handed in now.</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>Who filed it for the applicant; null where they did it themselves.</summary>
    public FiledBy? FiledBy { get; init; }

    /// <summary>The case as it was when it was filed: what the first answer said, however often it is asked for again.</summary>
    public static CaseView AsFiled(Application application)
    {
        var view = Of(application);
        var waiting = application.Deliveries.Where(delivery => delivery.After is not null).Select(delivery => delivery.Id).ToHashSet(StringComparer.Ordinal);
        return view with
        {
            Status = ApplicationStatus.Submitted,
            Deferred = [.. view.Deferred.Select(material => material with { HandedIn = null })],
            // What a department passed on later was not filed.
            Deliveries = [.. view.Deliveries.Where(delivery => delivery.ForwardedFrom is null).Select(delivery => delivery with
            {
                Status = DeliveryStatus.Queued, Told = null, Attempts = 0, Receipt = null, Reference = null, ReceivedAt = null,
                Due = waiting.Contains(delivery.Id) ? null : view.SubmittedAt,
                Clock = waiting.Contains(delivery.Id) ? null : delivery.Clock?.AsFiled(),
                WaitsFor = delivery.After,
            })],
        };
    }

    public static CaseView Of(Application application) => new(
        application.CaseNumber,
        application.EntryCode,
        application.Status,
        application.SubmittedAt,
        DeliveryView.AllOf(application),
        [.. application.Events.OrderBy(line => line.At).ThenBy(line => line.Id)
            .Select(line => new TimelineEntry(line.At, line.Hop, line.Event, line.Reason, line.ForwardedTo))],
        application.Concerns,
        application.CatalogueVersion)
    {
        Deferred = [.. application.Deferred.OrderBy(material => material.DueOn).ThenBy(material => material.Slug, StringComparer.Ordinal)
            .Select(material => new DeferredView(material.Slug, material.DueOn, material.HandedInAt))],
        Awaited = Supplements.Awaited.Of(application),
        FiledBy = FiledBy.Read(application.FiledBy),
    };
}

/// <param name="Due">The last day to hand it in.</param>
/// <param name="HandedIn">When it was; null where it was not yet.</param>
internal sealed record DeferredView(string Slug, DateOnly Due, DateTimeOffset? HandedIn);

/// <param name="Due">When it is tried next; null once it is no longer queued.</param>
/// <param name="Receipt">The department's signed receipt, JWS compact form.</param>
/// <param name="Reference">The department's own number for the case.</param>
/// <param name="Clock">By when its department must decide.</param>
internal sealed record DeliveryView(
    string Id, string Item, string Department, DeliveryStatus Status, int Attempts, DateTimeOffset? Due, string? Receipt, string? Reference,
    DateTimeOffset? ReceivedAt, ClockView? Clock)
{
    /// <summary>What its department said last by an event; null where it said nothing.</summary>
    public DepartmentEventStatus? Told { get; init; }

    /// <summary>The delivery that was passed on to become this one.</summary>
    public string? ForwardedFrom { get; init; }

    /// <summary>The deliveries that must be accepted before this one goes out.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Those of them that still hold it back.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    public static IReadOnlyList<DeliveryView> AllOf(Application application)
    {
        var deliveries = application.Deliveries.Where(delivery => delivery.Kind == DeliveryKind.Application)
            .OrderBy(delivery => delivery.Id, StringComparer.Ordinal).ToList();
        var all = deliveries.ConvertAll(OrderedDelivery.Of);
        return [.. deliveries.Zip(all, (delivery, ordered) => Of(delivery) with
        {
            ForwardedFrom = delivery.ForwardedFrom, After = ordered.After, WaitsFor = DeliveryOrder.WaitsFor(ordered, all),
        })];
    }

    private static DeliveryView Of(Delivery.Delivery delivery) => new(
        delivery.Id, delivery.Item, delivery.Department, delivery is { Status: DeliveryStatus.Queued, Handed: true } ? DeliveryStatus.Sent : delivery.Status, delivery.Attempts,
        delivery.Status == DeliveryStatus.Queued ? delivery.DueAt : null,
        delivery.Receipt?.Compact, delivery.Receipt?.Reference, delivery.Receipt?.ReceivedAt,
        delivery.Clock is { } clock ? new(clock.State, clock.DecideBy, clock.FirstDecideBy) : null)
    {
        Told = delivery.Told,
    };
}

/// <param name="State">Whether the department's time runs.</param>
/// <param name="DecideBy">The last day to decide, as it is now.</param>
/// <param name="FirstDecideBy">As it was told when the case was filed.</param>
internal sealed record ClockView(ClockState State, DateOnly DecideBy, DateOnly FirstDecideBy)
{
    public ClockView AsFiled() => new(ClockState.Running, FirstDecideBy, FirstDecideBy);
}

internal sealed record TimelineEntry(DateTimeOffset At, string Hop, string Event, string? Reason, string? ForwardedTo = null);

using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Proactive.Evaluation;

namespace CrossBorder.Federation.Proactive;

/// <summary>What a resident has filed already: nobody is offered what they have, or are getting.</summary>
internal sealed class FiledItems
{
    // Who took an application back, or was turned down, is not asked again at once.
    private const int MonthsAfterNo = 12;

    private readonly ILookup<string, (ApplicationStatus Status, DateOnly On)> byItem;

    private FiledItems(IEnumerable<CaseView> cases)
    {
        byItem = cases
            .SelectMany(view => view.Deliveries.GroupBy(delivery => delivery.Item, StringComparer.Ordinal).Select(item => Judge(view, [.. item])))
            .ToLookup(filed => filed.Item, filed => (filed.Status, filed.On), StringComparer.Ordinal);
    }

    /// <param name="cases">The resident's. A complaint about one is no application.</param>
    public static FiledItems Of(IEnumerable<CaseView> cases) => new(cases.Where(view => view.Concerns is null));

    public IReadOnlyList<CompletedItem> Completed =>
    [
        .. byItem.SelectMany(item => item.Where(filed => filed.Status == ApplicationStatus.Completed).Select(filed => new CompletedItem(item.Key, filed.On))),
    ];

    /// <param name="item">Code of the item.</param>
    /// <param name="againMonths">Months after which it is offered to somebody it was granted to; null for never.</param>
    /// <param name="today">The day on which it would be offered.</param>
    public bool KeepFromOffering(string item, int? againMonths, DateOnly today) => byItem[item].Any(filed => filed.Status switch
    {
        ApplicationStatus.Completed => againMonths is not { } months || today < filed.On.AddMonths(months),
        ApplicationStatus.Rejected or ApplicationStatus.Withdrawn => today < filed.On.AddMonths(MonthsAfterNo),
        _ => true,
    });

    // Each item of a bundle by what its own department said, and when: another department's answer says nothing of it.
    private static (string Item, ApplicationStatus Status, DateOnly On) Judge(CaseView view, IReadOnlyList<DeliveryView> deliveries)
    {
        var passedOn = deliveries.Select(delivery => delivery.ForwardedFrom).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var departments = deliveries.Select(delivery => delivery.Department).ToHashSet(StringComparer.Ordinal);
        var said = view.Timeline.Where(line => departments.Contains(line.Hop) || line.Event == CaseEvents.Withdrawn).Select(line => line.At);
        return (
            deliveries[0].Item,
            ApplicationStatuses.Of([.. deliveries.Select(delivery => new DeliveryStanding(delivery.Status, delivery.Told, passedOn.Contains(delivery.Id)))]),
            WorkingCalendar.DayOf(said.Append(view.SubmittedAt).Max()));
    }
}

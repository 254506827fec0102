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
            .SelectMany(view => view.Deliveries.Select(delivery => delivery.Item).Append(view.Entry).Distinct(StringComparer.Ordinal)
                .Select(item => (Item: item, view.Status, On: WorkingCalendar.DayOf(view.Timeline.Select(line => line.At).Append(view.SubmittedAt).Max()))))
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
}

using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Proactive;
using CrossBorder.Verification.Checks;

namespace CrossBorder.Federation.Tests.Proactive;

/// <summary>Each item of a bundle counts by what its own department said, and not by what became of the whole case.</summary>
public sealed class FiledItemsTests
{
    private static readonly DateTimeOffset Filed = new(2026, 1, 5, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_one_department_completed_is_completed_while_another_is_still_at_work()
    {
        var filed = FiledItems.Of([Bundle(ApplicationStatus.InProgress,
            [Delivery("done", DeliveryStatus.Accepted, DepartmentEventStatus.Completed), Delivery("running", DeliveryStatus.Accepted)],
            Line("done", 10), Line("running", 40))]);

        var completed = Assert.Single(filed.Completed);
        Assert.Equal(("done", new DateOnly(2026, 1, 15)), (completed.Item, completed.On));
        // Granted a month ago, to be offered again monthly; the other one is not offered as long as it runs.
        Assert.False(filed.KeepFromOffering("done", 1, new DateOnly(2026, 2, 15)));
        Assert.True(filed.KeepFromOffering("running", 1, new DateOnly(2026, 2, 15)));
    }

    [Fact]
    public void An_item_that_was_turned_down_is_offered_after_a_year_though_the_rest_of_the_bundle_was_granted()
    {
        var filed = FiledItems.Of([Bundle(ApplicationStatus.ActionNeeded,
            [Delivery("no", DeliveryStatus.Rejected), Delivery("yes", DeliveryStatus.Accepted, DepartmentEventStatus.Completed)], Line("no", 1), Line("yes", 2))]);

        Assert.Equal("yes", Assert.Single(filed.Completed).Item);
        Assert.True(filed.KeepFromOffering("no", null, new DateOnly(2026, 12, 31)));
        Assert.False(filed.KeepFromOffering("no", null, new DateOnly(2027, 1, 6)));
        Assert.True(filed.KeepFromOffering("yes", null, new DateOnly(2030, 1, 1)));
    }

    [Fact]
    public void What_was_passed_on_counts_where_it_went_to()
    {
        var first = Delivery("item", DeliveryStatus.Forwarded, id: "first");
        var next = Delivery("item", DeliveryStatus.Accepted, DepartmentEventStatus.Completed) with { ForwardedFrom = "first" };

        Assert.Equal("item", Assert.Single(FiledItems.Of([Bundle(ApplicationStatus.Completed, [first, next])]).Completed).Item);
    }

    private static CaseView Bundle(ApplicationStatus status, IReadOnlyList<DeliveryView> deliveries, params TimelineEntry[] timeline) =>
        new("CB-1", "bundle", status, Filed, deliveries, timeline);

    private static DeliveryView Delivery(string item, DeliveryStatus status, DepartmentEventStatus? told = null, string? id = null) =>
        new(id ?? "delivery-" + item, item, "department-" + item, status, 1, null, null, null, null, null) { Told = told };

    private static TimelineEntry Line(string item, int days) => new(Filed.AddDays(days), "department-" + item, "event", null);
}

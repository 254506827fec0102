using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Supplements;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>What operators read of deadlines, departments' and residents'.</summary>
public sealed class DeliveryClockPageTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    [Fact]
    public async Task An_operator_reads_the_share_on_time_what_is_overdue_which_documents_are_late_and_how_far_the_calendars_reach()
    {
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        await StoreAsync("1", clock => (clock.EndedOn, clock.Decided) = (today.AddDays(-1), true));
        await StoreAsync("2", clock => (clock.EndedOn, clock.Decided, clock.DecideBy) = (today.AddDays(-1), true, today.AddDays(-2)));
        await StoreAsync("3", clock => (clock.EndedOn, clock.Decided, clock.DecideBy) = (today.AddDays(-200), true, today.AddDays(-300)));
        await StoreAsync("4", clock => clock.DecideBy = new(2026, 1, 5));
        await desk.UseAsync(context =>
        {
            context.Add(new DeferredMaterial { ApplicationId = "4", Slug = "lease-contract", DueOn = new(2026, 1, 6) });
            return context.SaveChangesAsync();
        });

        using var browser = await desk.EnterAsync("Operator");
        var (page, _) = await browser.GoAsync("/console/deliveries");

        Assert.Matches(@"gd-timely\s+50\.0 ?%\s+2\s+1\s+0\s+0\s+1\s+2026-01-05", page.Text);
        Assert.Matches(@"Documents that are late[\s\S]*4\s+Tenancy agreement\s+e\s+2026-01-06\s+[0-9]+", page.Text);
        Assert.Contains("The working days of “CN” are certain until 2026-12-31, and provisional until 2027-12-31.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The working days of “HK” are known until 2027-12-31", page.Text, StringComparison.Ordinal);
    }

    private Task<int> StoreAsync(string id, Action<DeliveryClock> change)
    {
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        var clock = new DeliveryClock
        {
            DeliveryId = id, ApplicationId = id, Department = "gd-timely", ReceivedOn = today.AddDays(-30), AnswerBy = today.AddDays(-20), AnsweredOn = today.AddDays(-29),
            FirstDecideBy = today, DecideBy = today,
        };
        change(clock);
        return desk.UseAsync(context =>
        {
            context.Add(new Application
            {
                Id = id, CaseNumber = id, ResidentId = "r", EntryCode = "e", CatalogueVersion = "1", Content = "{}", Assertion = "a", HomePolicy = "{}", Consent = "{}",
                Deliveries = { new() { Id = id, ApplicationId = id, Department = "gd-timely", Item = "i", Payload = "{}", QueuedAt = TimeProvider.System.GetUtcNow(), Status = DeliveryStatus.Accepted, Clock = clock } },
            });
            return context.SaveChangesAsync();
        });
    }
}

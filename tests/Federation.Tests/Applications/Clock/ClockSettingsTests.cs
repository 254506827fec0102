using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Tests.Hosting;

namespace CrossBorder.Federation.Tests.Applications.Clock;

/// <summary>Terms and calendars of the operator's own.</summary>
public sealed class ClockSettingsTests
{
    private const string TwoDays = """{"calendars": [{"jurisdiction": "CN", "years": [{"year": 2026, "source": "test", "off": [{"from": "2026-11-30", "to": "2026-12-01"}]}]}]}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_terms_of_an_item_go_before_its_departments_and_these_before_the_laws()
    {
        var options = new ClockOptions
        {
            Departments = [new() { Slug = "gd-hrss", DecideWithin = 10 }],
            Items = [new() { Code = "gd-si-003", AnswerWithin = 1, DecideWithin = 3 }, new() { Code = "gd-si-004", AnswerWithin = 2 }],
        };

        Assert.Equal((5, 20), options.For("gd-civil", "gd-mc-001"));
        Assert.Equal((5, 10), options.For("gd-hrss", "gd-si-001"));
        Assert.Equal((2, 10), options.For("gd-hrss", "gd-si-004"));
        Assert.Equal((1, 3), options.For("gd-hrss", "gd-si-003"));
    }

    [Fact]
    public async Task A_file_of_the_operators_own_takes_the_place_of_the_calendars_that_ship()
    {
        var folder = Directory.CreateTempSubdirectory("crossborder-calendar-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "days.json"), TwoDays, Stop);

        var calendars = new CalendarSource(new SettingsPaths(folder)).Read(new ClockOptions { CalendarFile = "days.json" }).Value;

        Assert.Equal(new DateOnly(2026, 12, 2), calendars.Of("CN-GD").AddWorkingDays(new(2026, 11, 27), 1));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Terms_and_calendars_that_cannot_be_meant_keep_the_hub_from_starting_CB1001_CB5100()
    {
        using var hub = new HubRun();

        var (exitCode, error, _) = await hub.RunAsync("serve",
            "--Clock:CalendarFile=nowhere.json", "--Clock:AnswerWithin=30", "--Clock:Departments:0:Slug=nobody", "--Clock:Items:0:Code=nothing");

        Assert.Equal(1, exitCode);
        Assert.Contains("CB5100: The file 'nowhere.json'", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: Clock needs", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: Clock:Departments:nobody is no slug", error, StringComparison.Ordinal);
        Assert.Contains("CB1001: Clock:Items:nothing is no item", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_of_which_sixty_days_are_left_is_an_alert_and_one_that_goes_on_provisionally_is_for_information()
    {
        var now = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        var shipped = new CalendarConditions(CalendarSource.ReadShipped().Value);
        var ending = new CalendarConditions(CalendarReader.Read(Encoding.UTF8.GetBytes(TwoDays)).Value);

        var provisional = Assert.Single(await shipped.FindAsync(now, Stop));
        Assert.Equal((AlertKind.CalendarEnds, "CN", NoticeSeverity.Information), (provisional.Kind, provisional.Subject, provisional.Severity));
        Assert.Equal(NoticeSeverity.Warning, Assert.Single(await ending.FindAsync(now, Stop)).Severity);
        Assert.Contains("2026-12-31", AlertText.Of(Alert.Raise(provisional, now)).Hant, StringComparison.Ordinal);
        Assert.Empty(await shipped.FindAsync(now.AddDays(-30), Stop));
    }
}

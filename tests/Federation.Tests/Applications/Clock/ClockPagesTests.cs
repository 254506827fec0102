using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Portal;
using CrossBorder.Verification.Checks;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Applications.Clock;

/// <summary>What a resident reads of a department's deadline.</summary>
public sealed class ClockPagesTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    [Theory]
    [InlineData("zh-Hant", "部門須於 2099年12月31日 或之前作出決定", "部門應於 2020年1月2日 或之前作出決定，現已逾期", "部門正等候您補交資料")]
    [InlineData("zh-Hans", "部门须在 2099年12月31日 前（含当日）作出决定", "部门应在 2020年1月2日 前（含当日）作出决定，现已逾期", "部门正在等待您补正材料")]
    [InlineData("en", "The department must decide by 31 December 2099", "The department should have decided by 2 January 2020", "This time does not count")]
    public async Task A_resident_reads_by_when_a_department_must_decide_that_it_is_late_and_that_it_waits_for_them(string language, string running, string late, string stopped)
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1", language);
        var (number, delivery) = await portal.Desk.FileAsync();

        await SetAsync(portal, new(2099, 12, 31));
        Assert.Contains(running, (await visitor.SeeAsync($"/cases/{number}")).Text, StringComparison.Ordinal);
        await SetAsync(portal, new(2020, 1, 2));
        Assert.Contains(late, (await visitor.SeeAsync($"/cases/{number}")).Text, StringComparison.Ordinal);
        await portal.Desk.ArrivedAsync(delivery);
        await portal.Desk.TellAsync("gd-hrss", delivery, 1, DepartmentEventStatus.ActionNeeded);
        Assert.Contains(stopped, (await visitor.SeeAsync($"/cases/{number}")).Text, StringComparison.Ordinal);
        await portal.Desk.TellAsync("gd-hrss", delivery, 2, DepartmentEventStatus.Completed);
        var done = await visitor.SeeAsync($"/cases/{number}");
        Assert.DoesNotContain(late, done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(stopped, done.Text, StringComparison.Ordinal);
    }

    private static Task<int> SetAsync(PortalDesk portal, DateOnly decideBy) => portal.Desk.UseAsync<HubDbContext, int>(context =>
        context.Set<DeliveryClock>().ExecuteUpdateAsync(row => row.SetProperty(changed => changed.DecideBy, decideBy)));
}

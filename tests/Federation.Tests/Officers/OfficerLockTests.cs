using System.Net;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Tests.Officers.Passkeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>Somebody with many addresses has few guesses, and with all of them locks nobody out who was here before.</summary>
public sealed class OfficerLockTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_many_addresses_one_officer_is_tried_a_bounded_number_of_times_and_that_is_written_down_once()
    {
        using var known = await desk.EnterAsync("Operator");
        using var passkey = new SoftPasskey();
        await known.AddAsync(desk, "operator", passkey);
        await known.SubmitAsync((await known.GoAsync("/console/sign-out")).Page);

        var judged = 0;
        for (var i = 0; i < OfficerAttempts.MostFromEverywhere + 8; i++)
            judged += await GuessAsync("operator", $"203.0.113.{i}") == "CB6050" ? 1 : 0;

        Assert.Equal(OfficerAttempts.MostFromEverywhere, judged);
        var id = await desk.UseAsync(context => context.Set<Officer>().Where(row => row.UserName == "operator").Select(row => row.Id).SingleAsync(Stop));
        Assert.Single(await desk.AuditAsync(), entry => entry.Kind == "officer.locked" && entry.SubjectReference == id);

        // Who comes from elsewhere waits; who has a passkey does not, nor a browser in which the officer was before.
        using var elsewhere = desk.Visit();
        Assert.Contains("CB6051", (await elsewhere.SignInAsync("operator", OfficerDesk.Password, await desk.FreshCodeAsync("operator"))).Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await known.SignInAsync("operator", OfficerDesk.Password, await desk.FreshCodeAsync("operator"))).Page.Status);
    }

    [Fact]
    public async Task A_passkey_passes_a_lock_that_others_brought_about()
    {
        using var browser = await desk.EnterAsync("Reviewer");
        using var passkey = new SoftPasskey();
        await browser.AddAsync(desk, "reviewer", passkey);
        for (var i = 0; i < OfficerAttempts.MostFromEverywhere; i++)
            await GuessAsync("reviewer", $"198.51.100.{i}");

        using var elsewhere = desk.Visit();
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.SignInAsync(passkey)).Page.Status);
    }

    [Fact]
    public async Task The_device_of_one_officer_is_no_device_of_another_and_has_five_attempts_itself()
    {
        using var browser = await desk.EnterAsync("Auditor");
        for (var i = 0; i < OfficerAttempts.Most; i++)
            Assert.Contains("CB6050", (await browser.SignInAsync("auditor", "wrong password 1", "000000")).Page.Text, StringComparison.Ordinal);
        Assert.Contains("CB6051", (await browser.SignInAsync("auditor", OfficerDesk.Password, await desk.FreshCodeAsync("auditor"))).Page.Text, StringComparison.Ordinal);

        for (var i = 0; i < OfficerAttempts.MostFromEverywhere; i++)
            await GuessAsync("second", $"192.0.2.{i}");
        Assert.Contains("CB6051", (await browser.SignInAsync("second", OfficerDesk.Password, await desk.FreshCodeAsync("second"))).Page.Text, StringComparison.Ordinal);
    }

    private async Task<string> GuessAsync(string name, string network)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<SignInOfficer>()
            .SignInAsync(new OfficerCredentials(name, "wrong password 1", "000000", network), Stop)).Error.Code;
    }
}

using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrossBorder.Federation.Tests.Sessions;

/// <summary>A resident sees where they are signed in, and ends it.</summary>
public sealed class ResidentSessionsTests(SessionsDesk desk) : IClassFixture<SessionsDesk>
{
    private Uri Sessions => new(desk.Ports.HubAddress, "sessions");

    [Fact]
    public async Task Another_device_is_ended_with_all_its_tokens_and_this_one_goes_on()
    {
        using var here = SandboxFixture.NewBrowser();
        using var there = SandboxFixture.NewBrowser();
        var (mine, party) = await desk.SignInAsync(here, resident: "r2");
        var (others, other) = await desk.SignInAsync(there, resident: "r2");
        using (party)
        using (other)
        {
            var page = await here.GoAsync(Sessions, SessionsDesk.Stop);
            Assert.Contains("我的登入", page.Text, StringComparison.Ordinal);
            Assert.Contains("粵省事（示範）", page.Text, StringComparison.Ordinal);
            Assert.Contains("這部裝置", page.Text, StringComparison.Ordinal);

            var newest = page.Forms.First(form => form.Fields.ContainsKey("id"));
            var after = await here.SubmitAsync(newest, cancellationToken: SessionsDesk.Stop);
            Assert.Contains("已結束 1 次登入。", after.Text, StringComparison.Ordinal);

            await SessionsDesk.AssertRevokedAsync(other, others);
            Assert.Equal(200, (await party.UserInfoAsync(mine.AccessToken)).Status);
            await Waiting.UntilAsync(() => !desk.Logouts.Tokens.IsEmpty, "the relying party is told", SessionsDesk.Stop);
            Assert.Contains(await desk.RowsAsync<SignOut>(), row => row.Cause == SessionEnd.EndedElsewhere);
            Assert.Contains(await desk.RowsAsync<AuditEntry>(), row => row.Kind == "session.ended" && row.SubjectReference == newest.Fields["id"]);

            // The page that still shows it ends nothing a second time.
            var again = await here.SubmitAsync(newest, cancellationToken: SessionsDesk.Stop);
            Assert.Contains("CB7030", again.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task All_others_are_ended_at_once_and_another_resident_s_is_not_to_be_had()
    {
        using var here = SandboxFixture.NewBrowser();
        using var there = SandboxFixture.NewBrowser();
        using var stranger = SandboxFixture.NewBrowser();
        var (_, party) = await desk.SignInAsync(here, resident: "r6");
        var (others, other) = await desk.SignInAsync(there, "yueshangtong", "r6");
        var (theirs, third) = await desk.SignInAsync(stranger, resident: "r1");
        using (party)
        using (other)
        using (third)
        {
            var page = await here.GoAsync(Sessions, SessionsDesk.Stop);
            var one = page.Forms.First(form => form.Fields.ContainsKey("id"));
            var foreign = (await stranger.GoAsync(Sessions, SessionsDesk.Stop)).Forms.First(form => form.Fields.ContainsKey("id")).Fields["id"];
            var refused = await here.SubmitAsync(one, new Dictionary<string, string> { ["id"] = foreign }, cancellationToken: SessionsDesk.Stop);
            Assert.Contains("CB7030", refused.Text, StringComparison.Ordinal);
            Assert.Equal(200, (await third.UserInfoAsync(theirs.AccessToken)).Status);

            await here.SubmitAsync(page.Forms.First(form => !form.Fields.ContainsKey("id")), cancellationToken: SessionsDesk.Stop);
            await SessionsDesk.AssertRevokedAsync(other, others);
            Assert.Single((await here.GoAsync(Sessions, SessionsDesk.Stop)).Forms, form => form.Fields.ContainsKey("id"));
        }
    }

    [Fact]
    public async Task A_browser_that_was_away_too_long_signs_in_anew_while_what_was_allowed_offline_goes_on()
    {
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, resident: "r4");
        using (party)
        {
            Assert.NotNull((await browser.GoAsync(party.AuthorizeAddress(("prompt", "none")), SessionsDesk.Stop)).Parameter("code"));
            await using (var scope = desk.HubServices.CreateAsyncScope())
            {
                var longAgo = TimeProvider.System.GetUtcNow().AddHours(-2);
                await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<Session>().ExecuteUpdateAsync(
                    update => update.SetProperty(row => row.SeenAt, longAgo), SessionsDesk.Stop);
            }

            Assert.Equal("login_required", (await browser.GoAsync(party.AuthorizeAddress(("prompt", "none")), SessionsDesk.Stop)).Parameter("error"));
            Assert.Equal(200, (await party.UserInfoAsync(tokens.AccessToken)).Status);
        }
    }

    [Fact]
    public async Task A_refresh_token_that_was_used_up_is_still_known_for_that_after_what_is_old_was_removed()
    {
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser);
        using (party)
        {
            var renewed = await party.RefreshAsync(tokens.RefreshToken);
            Assert.Equal(200, renewed.Status);
            await desk.HubServices.GetServices<IHostedService>().OfType<ExpiredRows>().Single().RemoveAsync(SessionsDesk.Stop);
            Assert.Equal(200, (await party.UserInfoAsync(renewed.AccessToken)).Status);

            Assert.Equal("invalid_grant", (await party.RefreshAsync(tokens.RefreshToken))["error"]);
            Assert.Equal("invalid_grant", (await party.RefreshAsync(renewed.RefreshToken))["error"]);
            Assert.Equal(401, (await party.UserInfoAsync(renewed.AccessToken)).Status);
        }
    }

    [Fact]
    public async Task Sign_outs_of_thirty_days_are_paged_through_to_the_last()
    {
        using var browser = SandboxFixture.NewBrowser();
        var (tokens, party) = await desk.SignInAsync(browser, resident: "r1");
        party.Dispose();
        await using (var scope = desk.HubServices.CreateAsyncScope())
        {
            var resident = await scope.ServiceProvider.GetRequiredService<ISessionRegister>()
                .FindResidentAsync("yueshengshi", TokenAnswer.Payload(tokens.IdToken).GetProperty("sub").GetString()!, SessionsDesk.Stop);
            var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
            var now = TimeProvider.System.GetUtcNow();
            context.AddRange(Enumerable.Range(0, 45).Select(number => new SignOut
            {
                Id = "paged-" + number, ResidentId = resident!, Cause = SessionEnd.SignedOut, At = now.AddHours(-number),
            }));
            await context.SaveChangesAsync(SessionsDesk.Stop);
        }

        var page = await browser.GoAsync(new Uri(desk.Ports.HubAddress, "sign-outs"), SessionsDesk.Stop);
        while (page.Forms.FirstOrDefault(form => form.Buttons.Any(button => button.Name == "decision")) is { } asked)
            page = await browser.SubmitAsync(asked, cancellationToken: SessionsDesk.Stop);
        Assert.Equal(20, Cards(page));
        Assert.Contains("較舊", page.Text, StringComparison.Ordinal);
        Assert.Equal(20, Cards(await PageAsync(2)));
        var last = await PageAsync(3);
        Assert.InRange(Cards(last), 5, 19);
        Assert.DoesNotContain("較舊", last.Text, StringComparison.Ordinal);
        Assert.Contains("較新", last.Text, StringComparison.Ordinal);

        Task<Page> PageAsync(int number) => browser.GoAsync(new Uri(desk.Ports.HubAddress, "sign-outs?number=" + number), SessionsDesk.Stop);
        static int Cards(Page shown) => shown.Html.Split("class=\"card\"").Length - 1;
    }
}

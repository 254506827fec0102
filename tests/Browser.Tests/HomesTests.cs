using CrossBorder.Sandbox.Home;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.Playwright;

namespace CrossBorder.Browser.Tests;

/// <summary>A home of another place on its way: proposed by one officer, compared and approved by another, offered to a resident.</summary>
public sealed class HomesTests(Chromium chromium)
{
    [Fact]
    public async Task A_home_is_proposed_compared_approved_and_then_offered_to_residents()
    {
        await using var asker = await chromium.VisitAsync("homes-asker");
        await using var approver = await chromium.VisitAsync("homes-approver");
        await using var resident = await chromium.VisitAsync("homes-resident");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();
        var place = HomePlace.Elsewhere("mo", SandboxPorts.Free().HomeAddress, sandbox.Pki);
        await sandbox.World.StartHomeAsync(place, "/signin-mo", TestContext.Current.CancellationToken);

        await asker.SignInAsync(sandbox, "officer-a");
        await asker.PressAsync(".menu a[href='/console/homes']");
        await asker.SeeAsync("1-homes", "香港示範登入", "未有由主任新增的平台");
        foreach (var (field, value) in new[]
        {
            ("scheme", "mo"), ("hant", "澳門示範登入"), ("hans", "澳门演示登录"), ("en", "Macao demonstration sign-in"), ("authority", place.Issuer.AbsoluteUri),
            ("client", HomeHost.HubClient), ("place", "MO"), ("key", "hub-home-ps256"), ("lists", new Uri(place.Issuer, "crl/mo-root.crl").AbsoluteUri),
        })
            await asker.Page.FillAsync("#" + field, value);
        await asker.Page.CheckAsync("input[value=ES256]");
        await asker.SeeAsync("2-form", "ES256");
        await asker.PressAsync("main form button:not(.secondary) >> nth=-1");
        await asker.SeeAsync("3-proposed", "等候批准", "須由另一位保安主任決定", "未有獲信任的根證書");

        await approver.Page.Context.AddCookiesAsync([new Cookie { Name = "hub.language", Value = "en", Url = sandbox.Ports.HubAddress.AbsoluteUri }]);
        await approver.SignInAsync(sandbox, "officer-b");
        await approver.PressAsync(".menu a[href='/console/homes']");
        await approver.PressAsync("h3 a");
        await approver.SeeAsync("1-compare", "Macao demonstration sign-in", "Proposed");
        await approver.StepAsync(sandbox, "officer-b", "approve");
        await approver.SeeAsync("2-in-force", "In force", "Ask that it end");

        // Another definition of a home that is in force begins from the present one.
        await approver.PressAsync("a[href^='/console/homes?from=']");
        Assert.Equal("mo", await approver.Page.InputValueAsync("#scheme"));
        Assert.Equal(place.Issuer.AbsoluteUri, await approver.Page.InputValueAsync("#authority"));
        Assert.True(await approver.Page.IsCheckedAsync("input[value=ES256]"));
        await approver.SeeAsync("3-change", "In force");
        await approver.Page.FillAsync("#en", "Macao sign-in, renamed");
        await approver.PressAsync("main form button:not(.secondary) >> nth=-1");
        await approver.SeeAsync("4-change-proposed", "Macao sign-in, renamed", "Proposed");

        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        await Waiting.UntilAsync(async () =>
        {
            await resident.GoAsync(client.AuthorizeAddress());
            return (await resident.Page.InnerTextAsync("main")).Contains("澳門示範登入", StringComparison.Ordinal);
        }, "the home is offered", TestContext.Current.CancellationToken);
        await resident.SeeAsync("1-choose", "香港示範登入", "澳門示範登入");
        await resident.PressAsync("button[value=mo]");
        Assert.Equal(place.Issuer.Port, new Uri(resident.Page.Url).Port);
    }
}

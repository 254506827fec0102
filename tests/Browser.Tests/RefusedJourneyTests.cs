using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>A sign-in that the hub may not finish: it says why and what happens next, and leads back empty-handed.</summary>
public sealed class RefusedJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_resident_with_two_candidate_accounts_is_told_so_and_led_back()
    {
        await using var visitor = await chromium.VisitAsync("refused");
        await using var sandbox = new SandboxFixture();
        await sandbox.StartAsync();

        await visitor.GoAsync(sandbox.Ports.RelyingPartyAddress);
        await visitor.PressAsync("#sign-in");
        await visitor.PressAsync("button[value=r3]");
        await visitor.SeeAsync("1-stopped", "CB7001");
        Assert.Equal("需要人工核對您的帳戶", visitor.Heading);
        Assert.Equal(sandbox.Ports.Hub, new Uri(visitor.Page.Url).Port);

        await visitor.PressAsync("main form button");
        await visitor.SeeAsync("2-back", "access_denied");
        Assert.Equal("未能登入", visitor.Heading);
        Assert.Equal(sandbox.Ports.RelyingParty, new Uri(visitor.Page.Url).Port);
    }
}

using CrossBorder.Federation.Officers.Passkeys;
using CrossBorder.Federation.Trust;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CrossBorder.Federation.Tests.Officers.Passkeys;

/// <summary>A challenge holds once, for five minutes, and for one purpose and holder.</summary>
public sealed class PasskeyTicketTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_holds_once()
    {
        var ticket = Tickets.Issue(PasskeyPurpose.SignIn, "browser", "state");

        Assert.Equal("state", await Tickets.TakeAsync(ticket, PasskeyPurpose.SignIn, "browser", Stop));
        Assert.Null(await Tickets.TakeAsync(ticket, PasskeyPurpose.SignIn, "browser", Stop));
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public async Task It_holds_for_five_minutes(int seconds, bool holds)
    {
        var ticket = Tickets.Issue(PasskeyPurpose.SignIn, "browser", "state");
        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(holds, await Tickets.TakeAsync(ticket, PasskeyPurpose.SignIn, "browser", Stop) is not null);
    }

    [Theory]
    [InlineData("StepUp", "browser")]
    [InlineData("Register", "browser")]
    [InlineData("SignIn", "another")]
    public async Task It_holds_for_one_purpose_and_one_holder(string purpose, string holder)
    {
        var ticket = Tickets.Issue(PasskeyPurpose.SignIn, "browser", "state");

        Assert.Null(await Tickets.TakeAsync(ticket, Enum.Parse<PasskeyPurpose>(purpose), holder, Stop));
    }

    private PasskeyTickets Tickets =>
        new(desk.Services.GetRequiredService<IDataProtectionProvider>(), desk.Services.CreateScope().ServiceProvider.GetRequiredService<IReplayGuard>(), clock);
}

using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.OpenIdConnect.Clients;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>One attempt to tell one relying party. Every end of it leaves the notice settled, or due again.</summary>
internal sealed class SendNotice(
    ISignOuts signOuts, LogoutTokens tokens, ILogoutChannel channel, IOptions<RelyingPartiesOptions> parties,
    IOptions<BackChannelLogoutOptions> options, TimeProvider clock, ILogger<SendNotice> logger)
{
    public async Task SendAsync(LogoutNotice notice, CancellationToken cancellationToken)
    {
        if (parties.Value.RelyingParties.Find(party => party.ClientId == notice.ClientId)?.BackchannelLogoutUri is not { } address)
        {
            await signOuts.SettleAsync(notice, NoticeStatus.NotOffered, null, clock.GetUtcNow(), cancellationToken);
            return;
        }

        var told = await channel.TellAsync(new Uri(address), await tokens.SignAsync(notice, cancellationToken), cancellationToken);
        var now = clock.GetUtcNow();
        if (told.Succeeded)
        {
            Log.Told(logger, notice.ClientId, notice.Attempts);
            await signOuts.SettleAsync(notice, NoticeStatus.Confirmed, null, now, cancellationToken);
            return;
        }

        Log.NotTold(logger, notice.ClientId, notice.Attempts, told.Error.Code, told.Error.Detail);
        var next = now + options.Value.DelayAfter(notice.Attempts);
        if (next >= notice.GiveUpAt)
            await signOuts.SettleAsync(notice, NoticeStatus.GivenUp, told.Error.Code, now, cancellationToken);
        else
            await signOuts.PostponeAsync(notice, told.Error.Code, next, cancellationToken);
    }
}

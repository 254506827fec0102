using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>Tells one relying party of one sign-out.</summary>
internal sealed class LogoutSender(
    INoticeQueue<LogoutNotice> queue, LogoutTokens tokens, ILogoutChannel channel, KnownClients parties,
    IOptions<BackChannelLogoutOptions> options, TimeProvider clock, ILogger<LogoutSender> logger)
    : NoticeSender<LogoutNotice>(queue, options.Value, clock, logger)
{
    protected override async Task<Outcome<bool>?> TellAsync(LogoutNotice notice, CancellationToken cancellationToken)
    {
        if (parties.Find(notice.ClientId)?.BackchannelLogoutUri is not { } address)
            return null;
        var signed = await tokens.SignAsync(notice, cancellationToken);
        return signed.TryGetValue(out var token)
            ? await channel.TellAsync(new Uri(address), token, cancellationToken)
            : Outcome<bool>.Refused(signed.Errors);
    }

    protected override string Receiver(LogoutNotice notice) => notice.ClientId;
}

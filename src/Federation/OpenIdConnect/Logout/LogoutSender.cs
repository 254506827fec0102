using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Conformance;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>Tells one relying party of one sign-out.</summary>
internal sealed class LogoutSender(
    INoticeQueue<LogoutNotice> queue, LogoutTokens tokens, ILogoutChannel channel, KnownClients parties, ConformanceBook conformance,
    IOptions<BackChannelLogoutOptions> options, TimeProvider clock, ILogger<LogoutSender> logger)
    : NoticeSender<LogoutNotice>(queue, options.Value, clock, logger)
{
    // Back-Channel Logout 1.0 section 2.7: the hub tells many, and each of them waits for nobody.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private readonly TimeProvider time = clock;

    protected override async Task<Outcome<bool>?> TellAsync(LogoutNotice notice, CancellationToken cancellationToken)
    {
        if (parties.Find(notice.ClientId)?.BackchannelLogoutUri is not { } address)
            return null;
        var signed = await tokens.SignAsync(notice, cancellationToken);
        return signed.TryGetValue(out var token)
            ? await TellAsync(new Uri(address), token, notice.ClientId, cancellationToken)
            : Outcome<bool>.Refused(signed.Errors);
    }

    private async Task<Outcome<bool>> TellAsync(Uri address, string token, string clientId, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var told = await channel.TellAsync(address, token, publicOnly: !parties.IsOfSettings(clientId), cancellationToken);
        conformance.Saw(clientId, !told.Succeeded ? Sight.LogoutFailed : time.GetElapsedTime(began) > Slow ? Sight.LogoutSlow : Sight.LogoutConfirmed);
        return told;
    }

    protected override string Receiver(LogoutNotice notice) => notice.ClientId;
}

using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Notices;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Signals;

/// <summary>Posts one event to one receiver (RFC 8935).</summary>
internal sealed class SignalSender(
    INoticeQueue<SignalNotice> queue, ISignalStreams streams, SignalTokens tokens, ISecurityEventChannel channel,
    IOptions<SignalClientsOptions> clients, IOptions<SharedSignalsOptions> options, TimeProvider clock, ILogger<SignalSender> logger)
    : NoticeSender<SignalNotice>(queue, options.Value, clock, logger)
{
    protected override async Task<Outcome<bool>?> TellAsync(SignalNotice notice, CancellationToken cancellationToken)
    {
        if (await streams.FindAsync(notice.ClientId, notice.StreamId, cancellationToken) is not { Status: not StreamStatus.Disabled } stream)
            return null;
        if (stream is not { EndpointUrl: { } address, Status: StreamStatus.Enabled })
            return ErrorCatalogue.EventPushUnreachable.With("The receiver fetches its events, or has paused its stream.");
        // An address that was taken out of the registration is not posted to any more.
        if (clients.Value.Find(notice.ClientId)?.EventEndpoints.Contains(address) != true)
            return null;

        var signed = tokens.Sign(notice);
        return signed.TryGetValue(out var token)
            ? await channel.TellAsync(new Uri(address), token, stream.AuthorizationHeader, cancellationToken)
            : Outcome<bool>.Refused(signed.Errors);
    }

    protected override string Receiver(SignalNotice notice) => notice.ClientId;
}

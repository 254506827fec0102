using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Webhooks;

/// <summary>Tells one client of one change: the same words at every attempt, under a signature of its own.</summary>
internal sealed class WebhookSender(
    INoticeQueue<StatusNotice> queue, StatusWatchers watchers, IHearing hearing, ITokenKeys keys, IStatusChannel channel,
    IOptions<StatusWebhooksOptions> options, TimeProvider clock, ILogger<WebhookSender> logger)
    : NoticeSender<StatusNotice>(queue, options.Value, clock, logger)
{
    private const string StatusChanged = "case.status-changed";

    protected override async Task<Outcome<bool>?> TellAsync(StatusNotice notice, CancellationToken cancellationToken)
    {
        if (watchers.Find(notice.ClientId) is not { StatusWebhook: { } address, Algorithm: { } algorithm })
            return null;
        if (await hearing.IsOverAsync(notice.ClientId, notice.CaseNumber, cancellationToken))
            return null;

        if (keys.SignerFor(algorithm)?.Signer is not { } key)
            return ErrorCatalogue.NoKeySigns.With($"No key signs with {algorithm} on this node now.");
        return await channel.TellAsync(new Uri(address), Encoding.UTF8.GetBytes(ApplicationJson.Write(new
        {
            notice.Id,
            Event = StatusChanged,
            notice.CaseNumber,
            Status = StatusWords.Of(notice.CaseStatus),
            notice.At,
        })), key, cancellationToken);
    }

    protected override string Receiver(StatusNotice notice) => notice.ClientId;

    protected override bool IsFinal(Error fault) => fault.Code == ErrorCatalogue.WebhookGone.Code;
}

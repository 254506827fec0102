using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Notices;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Contacts;

/// <summary>Writes one letter to one resident, at the address that is confirmed at that moment.</summary>
internal sealed class ResidentNoticeSender(
    INoticeQueue<ResidentNotice> queue, IContacts contacts, IMailer mailer, IOptions<HubOptions> hub,
    IOptions<ResidentNoticesOptions> options, TimeProvider clock, ILogger<ResidentNoticeSender> logger)
    : NoticeSender<ResidentNotice>(queue, options.Value, clock, logger)
{
    protected override async Task<Outcome<bool>?> TellAsync(ResidentNotice notice, CancellationToken cancellationToken) =>
        mailer.IsOffered && await contacts.FindAsync(notice.ResidentId, cancellationToken) is { Address: { } address } contact
            ? await mailer.SendAsync(Letters.Of(notice, address, contact.Language, new Uri(hub.Value.Issuer)), cancellationToken)
            : null;

    // No address and no number of a case: logs are read by more people than either.
    protected override string Receiver(ResidentNotice notice) => "A resident";
}

using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Proactive;

/// <summary>Tells residents who get our letters that something was found, and not what: what somebody is entitled to says much about them.</summary>
internal sealed class OfferLetters(IProactiveStore store, IContacts contacts, IMailer mailer, IOptions<HubOptions> hub, TimeProvider clock)
{
    private static readonly LocalizedText Subject = new(
        "有您可能合資格的服務", "有您可能可以办理的事项", "A service that you may be entitled to");

    /// <summary>{0}: address of the page.</summary>
    private static readonly LocalizedText Text = new(
        "我們按您的同意，為您找到您可能合資格的服務。請登入查看：\n{0}\n\n您可隨時在該頁關閉。這是系統電郵，請勿回覆。\n",
        "我们按您的授权，为您找到您可能可以办理的事项。请登录查看：\n{0}\n\n您可随时在该页关闭。本邮件由系统发送，请勿回复。\n",
        "As you agreed, we looked and found a service that you may be entitled to. Sign in to see it:\n{0}\n\nYou can turn this off on that page at any time. Nobody reads answers to this address.\n");

    /// <summary>One letter for all that the resident was not told of yet. What did not go out goes out after the next look.</summary>
    public async Task TellAsync(string residentId, CancellationToken cancellationToken)
    {
        if (!mailer.IsOffered || await contacts.FindAsync(residentId, cancellationToken) is not { Address: { } address } contact)
            return;
        var news = (await store.OffersAsync(residentId, cancellationToken)).Where(offer => offer is { ToldAt: null, DismissedAt: null }).ToList();
        if (news.Count == 0)
            return;

        var now = clock.GetUtcNow();
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, Text.In(contact.Language), new Uri(new Uri(hub.Value.Issuer), "offers"));
        // The first of them names the letter: sent again after a crash, it is the same one.
        var sent = await mailer.SendAsync(new Letter(news[0].Id, address, Subject.In(contact.Language), text, now), cancellationToken);
        if (sent.Succeeded)
            await store.TellAsync(residentId, now, cancellationToken);
    }
}

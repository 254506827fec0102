using System.Globalization;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Delegation;

internal enum MandateNews
{
    Accepted,
    EndsSoon,
    Ended,
}

/// <summary>
/// Tells both, where they get our letters, that something changed, and neither whom it is about nor for what: mail lies open on the way. The page
/// that it names says more. A letter that does not go out stops nothing.
/// </summary>
internal sealed class MandateLetters(IContacts contacts, IMailer mailer, IOptions<HubOptions> hub, TimeProvider clock)
{
    /// <summary>{0}: address of the page.</summary>
    private static readonly LocalizedText Look = new(
        "請登入查看：\n{0}\n\n如非您本人操作，請即在該頁撤回。這是系統電郵，請勿回覆。\n",
        "请登录查看：\n{0}\n\n如非您本人操作，请立即在该页撤回。本邮件由系统发送，请勿回复。\n",
        "Sign in to see it:\n{0}\n\nIf this was not you, end it on that page at once. Nobody reads answers to this address.\n");

    public async Task TellAsync(Mandate mandate, MandateNews news, CancellationToken cancellationToken)
    {
        if (!mailer.IsOffered)
            return;
        foreach (var resident in new[] { mandate.GivenBy, mandate.AgentId }.OfType<string>())
        {
            if (await contacts.FindAsync(resident, cancellationToken) is not { Address: { } address } contact)
                continue;
            var subject = SubjectOf(news).In(contact.Language);
            var text = string.Format(CultureInfo.InvariantCulture, Look.In(contact.Language), new Uri(new Uri(hub.Value.Issuer), "delegations"));
            // Sent again after a crash it is the same letter.
            var id = $"{mandate.Id[..24]}{(int)news}{(resident == mandate.GivenBy ? 'p' : 'a')}";
            await mailer.SendAsync(new Letter(id, address, subject, $"{subject}\n\n{text}", clock.GetUtcNow()), cancellationToken);
        }
    }

    private static LocalizedText SubjectOf(MandateNews news) => news switch
    {
        MandateNews.Accepted => new("代辦授權已被接受", "代办授权已被接受", "An authorisation to act was accepted"),
        MandateNews.EndsSoon => new("代辦授權即將到期", "代办授权即将到期", "An authorisation to act ends soon"),
        _ => new("代辦授權已結束", "代办授权已结束", "An authorisation to act has ended"),
    };
}

using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Accounts;

/// <summary>The recipients that the settings describe.</summary>
internal sealed class Recipients(IConfiguration configuration, IOptions<HubOptions> hub)
{
    private static readonly LocalizedText PortalName = new("粵港跨境通辦", "粤港跨境通办", "Guangdong–Hong Kong Cross-boundary Services");

    private static readonly LocalizedText PortalPurpose = new(
        "確認您的身份，並代您向廣東省政府部門遞交申請及查閱進度",
        "核实您的身份，代您向广东省政府部门提交申请并查询进度",
        "To know who you are, to file your applications with Guangdong departments and to show their progress");

    private readonly Dictionary<string, Recipient> byClient =
        (configuration.GetSection("RelyingParties").Get<List<RecipientDescription>>() ?? [])
        .Where(options => options.IsDescribed)
        .ToDictionary(
            options => options.ClientId,
            options => new Recipient(options.ClientId, options.Name.ToText(), options.Contact, options.Purpose.ToText()),
            StringComparer.Ordinal);

    private readonly Recipient portal = new(HubPortal.RecipientId, PortalName, hub.Value.PrivacyContact, PortalPurpose);

    public Outcome<Recipient> Find(string clientId) => clientId == HubPortal.RecipientId ? portal
        : byClient.TryGetValue(clientId, out var recipient) ? recipient
        : ErrorCatalogue.RecipientUnknown.With($"{clientId} has no complete Name, Contact and Purpose.");
}

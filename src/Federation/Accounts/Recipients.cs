using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Accounts;

/// <summary>The recipients that the settings describe, and those that registered themselves.</summary>
internal sealed class Recipients(IConfiguration configuration, IOptions<HubOptions> hub)
{
    private static readonly LocalizedText PortalName = new("粵港跨境通辦", "粤港跨境通办", "Guangdong–Hong Kong Cross-boundary Services");

    private static readonly LocalizedText PortalPurpose = new(
        "確認您的身份，並代您向廣東省政府部門遞交申請及查閱進度",
        "核实您的身份，代您向广东省政府部门提交申请并查询进度",
        "To know who you are, to file your applications with Guangdong departments and to show their progress");

    private static readonly LocalizedText OffersName = new(
        "粵港跨境通辦（主動服務）", "粤港跨境通办（免申即享）", "Guangdong–Hong Kong Cross-boundary Services (services found for you)");

    private static readonly LocalizedText OffersPurpose = new(
        "主動為您尋找您可能合資格的服務，供您選擇是否申請",
        "主动为您查找您可能符合条件的事项，由您决定是否申请",
        "To find services that you may be entitled to, and leave it to you whether you apply");

    private readonly Dictionary<string, Recipient> byClient =
        (configuration.GetSection("RelyingParties").Get<List<RecipientDescription>>() ?? [])
        .Where(options => options.IsDescribed)
        .ToDictionary(
            options => options.ClientId,
            options => new Recipient(options.ClientId, options.Name.ToText(), options.Contact, options.Purpose.ToText()),
            StringComparer.Ordinal);

    private readonly Recipient portal = new(HubPortal.RecipientId, PortalName, hub.Value.PrivacyContact, PortalPurpose);

    private readonly Recipient offers = new(HubPortal.OffersId, OffersName, hub.Value.PrivacyContact, OffersPurpose);

    private volatile IReadOnlyDictionary<string, Recipient> registered = new Dictionary<string, Recipient>(StringComparer.Ordinal);

    /// <summary>Those that registered themselves, as officers read and approved them; the settings count where both name one.</summary>
    public void Take(IReadOnlyDictionary<string, Recipient> admitted) => registered = admitted;

    public Outcome<Recipient> Find(string clientId) => clientId == HubPortal.RecipientId ? portal
        : clientId == HubPortal.OffersId ? offers
        : byClient.TryGetValue(clientId, out var recipient) || registered.TryGetValue(clientId, out recipient) ? recipient
        : ErrorCatalogue.RecipientUnknown.With($"{clientId} has no complete Name, Contact and Purpose.");
}

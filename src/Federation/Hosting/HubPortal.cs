namespace CrossBorder.Federation.Hosting;

/// <summary>The hub's own pages as a recipient of data: residents agree to them as to any relying party.</summary>
internal static class HubPortal
{
    /// <summary>Stands in consents where a relying party's client id would. No relying party may have it.</summary>
    public const string RecipientId = "hub.portal";

    /// <summary>The same pages, looking for services before anybody asks: another purpose, and so agreed to and withdrawn alone.</summary>
    public const string OffersId = "hub.offers";

    /// <summary>Whether the name is one of the hub's own.</summary>
    public static bool IsOurs(string recipient) => recipient is RecipientId or OffersId;
}

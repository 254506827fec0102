using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Accounts;

/// <summary>Asks residents at the hub's own forms whether their electronic licences may be looked up. Asked once, and withdrawn like any consent.</summary>
internal sealed class LicenceConsents(IConsents consents, Recipients recipients)
{
    private static readonly string[] Scopes = [HubScopes.Licences];

    public ConsentNotice NoticeIn(string language) => ConsentText.For(recipients.Find(HubPortal.RecipientId).Value, Scopes, language);

    /// <summary>False where another text was on the screen: it is shown again.</summary>
    public async Task<bool> AgreeAsync(string residentId, string language, string? seen, CancellationToken cancellationToken)
    {
        var notice = NoticeIn(language);
        if (notice.Digest != seen)
            return false;

        if (!await consents.IsGivenAsync(residentId, HubPortal.RecipientId, Scopes, cancellationToken))
            await consents.GiveAtOnceAsync(residentId, recipients.Find(HubPortal.RecipientId).Value, Scopes, notice, cancellationToken);
        return true;
    }
}

using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Contacts;

/// <summary>
/// Takes a resident's e-mail address: nothing is sent there before a code from a letter was typed in, so that nobody subscribes somebody else.
/// </summary>
internal sealed class ConfirmContact(IContacts contacts, IMailer mailer, ILookupHasher hasher, TimeProvider clock)
{
    public const int CodeLength = 6;

    private const int LongestAddress = 254;
    private const int MostTries = 5;
    private const int MostADay = 10;
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(15);

    public bool IsOffered => mailer.IsOffered;

    public Task<ResidentContact?> FindAsync(string residentId, CancellationToken cancellationToken) => contacts.FindAsync(residentId, cancellationToken);

    /// <summary>Sends a code to the address. CB7020, CB7022, CB7023; CB4022 and CB4023 where the letter did not go out.</summary>
    public async Task<Outcome<bool>> AskAsync(string residentId, string? address, string language, CancellationToken cancellationToken)
    {
        if (!mailer.IsOffered)
            return ErrorCatalogue.MailNotOffered.With("ResidentNotices:Email names no server.");
        if (address is not { Length: > 0 and <= LongestAddress } || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address)
            return ErrorCatalogue.ContactAddressInvalid.With("It is no address.");

        var now = clock.GetUtcNow();
        var contact = await contacts.FindAsync(residentId, cancellationToken) ?? new ResidentContact { ResidentId = residentId, Language = language };
        var today = contact.SentAt?.UtcDateTime.Date == now.UtcDateTime.Date ? contact.SentThatDay : 0;
        if (contact.SentAt > now - Between || today >= MostADay)
            return ErrorCatalogue.ContactCodeTooSoon.With("A code was sent just now, or too many were sent today.");

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        (contact.Pending, contact.Language, contact.Tries) = (address, language, 0);
        (contact.CodeHash, contact.CodeUntil) = (HashOf(residentId, code), now + CodeLives);
        (contact.SentAt, contact.SentThatDay) = (now, today + 1);
        // Stored before it is sent: what was sent is counted, whatever becomes of this request.
        if (!await contacts.SaveAsync(contact, "contact.asked", cancellationToken))
            return ErrorCatalogue.ContactCodeTooSoon.With("Two codes were asked for at once.");
        return await mailer.SendAsync(Letters.OfCode(code, address, language, now), cancellationToken);
    }

    /// <summary>The address is the resident's. CB7021 where the code is another one, too old, or was tried too often.</summary>
    public async Task<Outcome<bool>> ConfirmAsync(string residentId, string? code, CancellationToken cancellationToken)
    {
        var contact = await contacts.FindAsync(residentId, cancellationToken);
        if (contact is not { Pending: { } address, CodeHash: { } hash } || contact.CodeUntil <= clock.GetUtcNow() || contact.Tries >= MostTries)
            return ErrorCatalogue.ContactCodeWrong.With("No code is open.");

        contact.Tries++;
        var right = hash == HashOf(residentId, code?.Trim() ?? "");
        if (right)
        {
            (contact.Address, contact.ConfirmedAt) = (address, clock.GetUtcNow());
            (contact.Pending, contact.CodeHash, contact.CodeUntil) = (null, null, null);
        }

        // Of several who guess at once one is heard.
        var saved = await contacts.SaveAsync(contact, right ? "contact.confirmed" : "contact.code-wrong", cancellationToken);
        return right && saved ? true : ErrorCatalogue.ContactCodeWrong.With("It is another code.");
    }

    public async Task ChooseAsync(string residentId, string language, CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(residentId, cancellationToken) is not { } contact)
            return;
        contact.Language = language;
        await contacts.SaveAsync(contact, "contact.language", cancellationToken);
    }

    /// <summary>Forgets the address, confirmed or not. What still waits to be sent is not sent.</summary>
    public async Task RemoveAsync(string residentId, CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(residentId, cancellationToken) is not { } contact)
            return;
        (contact.Address, contact.ConfirmedAt, contact.Pending, contact.CodeHash, contact.CodeUntil) = (null, null, null, null, null);
        await contacts.SaveAsync(contact, "contact.removed", cancellationToken);
    }

    private string HashOf(string residentId, string code) => hasher.Hash("contact-code", $"{residentId}\n{code}");
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Officers.Passkeys;

/// <summary>A passkey in place of name, password and code: the device asks for a finger, a face or its own number.</summary>
internal sealed class SignInByPasskey(
    OfficerPasskeys passkeys, BeginOfficerSession begin, OfficerLocks locks, NetworkPause pause, IOfficers officers, RefusedSignIns refused,
    OfficerWays ways, ILookupHasher lookup)
{
    /// <param name="answer">What the browser sent.</param>
    /// <param name="browser">The mark of the browser; null where it has none.</param>
    /// <param name="network">The address; of IPv6 its /64.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<OfficerPresence>> SignInAsync(PasskeyAnswer answer, string? browser, string network, CancellationToken cancellationToken)
    {
        if (!ways.HasPasswords)
            return ErrorCatalogue.OfficerPasswordsOff.With("Officers:PasswordSignIn is off.");
        if (await pause.CountAsync(network, cancellationToken) is { } paused)
            return paused;
        if (browser is null || !answer.IsPlausible || Credential(answer) is not { } credential)
            return await RefuseAsync(null, network, cancellationToken);

        // By the passkey, so that nobody who does not have one can use up its attempts by inventing others.
        (string, int)[] counts = [(lookup.Hash("officer.passkey", $"{credential}|{network}"), OfficerAttempts.Most)];
        if (await locks.CountAsync(RefusedSignIns.Nobody, From(network), counts, cancellationToken) is { } locked)
            return locked;

        var judged = await passkeys.JudgeAsync(answer, PasskeyPurpose.SignIn, browser, cancellationToken);
        if (!judged.TryGetValue(out var officer))
            return await RefuseAsync(null, network, cancellationToken);
        if (officer.DisabledAt is not null)
            return await RefuseAsync(officer, network, cancellationToken);

        var presence = begin.Begin(officer, "passkey", From(network));
        await locks.ForgiveAsync(counts, cancellationToken);
        await pause.ForgiveAsync(network, cancellationToken);
        return await officers.SaveAsync(cancellationToken) ? presence : await RefuseAsync(officer, network, cancellationToken);
    }

    private async Task<Outcome<OfficerPresence>> RefuseAsync(Officer? officer, string network, CancellationToken cancellationToken)
    {
        await refused.RecordAsync("officer.refused", officer?.Id ?? RefusedSignIns.Nobody, "passkey", From(network), cancellationToken);
        return ErrorCatalogue.OfficerPasskeyRefused.With("The passkey's answer does not hold.");
    }

    private static string? Credential(PasskeyAnswer answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Credential);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.GetString()!)))
                : null;
        }
        // Half a surrogate pair throws only as it is read.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private string From(string network) => lookup.Hash("officer.network", network)[..16];
}

using System.Security.Cryptography;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

/// <summary>
/// Password and code together. Whatever was wrong, the answer and the work are the same; what it was stands in the audit log.
/// </summary>
internal sealed class SignInOfficer(
    UserManager<Officer> users, IPasswordHasher<Officer> hasher, OfficerDecoy decoy, BeginOfficerSession begin, OfficerLocks locks, NetworkPause pause, IOfficers officers,
    RefusedSignIns refused, OfficerWays ways, ILookupHasher lookup, TimeProvider clock)
{
    public async Task<Outcome<OfficerPresence>> SignInAsync(OfficerCredentials given, CancellationToken cancellationToken)
    {
        if (!ways.HasPasswords)
            return ErrorCatalogue.OfficerPasswordsOff.With("Officers:PasswordSignIn is off.");
        if (await pause.CountAsync(given.Network, cancellationToken) is { } paused)
            return paused;
        if (!given.ArePlausible)
            return await RefuseAsync(null, "implausible", given, cancellationToken);

        var officer = await users.FindByNameAsync(given.Name.Trim());
        var counts = Counts(officer, given);
        if (await locks.CountAsync(officer?.Id ?? RefusedSignIns.Nobody, From(given), counts, cancellationToken) is { } locked)
            return locked;

        if (Fault(officer, given) is { } fault)
            return await RefuseAsync(officer, fault, given, cancellationToken);

        officer!.LastTotpStep = Totp.Match(officer.TotpSecret, given.Code, clock.GetUtcNow())!.Value;
        var presence = begin.Begin(officer, "password", From(given));
        await locks.ForgiveAsync(counts, cancellationToken);
        await pause.ForgiveAsync(given.Network, cancellationToken);
        // Two requests with one code: the database lets one of them through.
        if (!await officers.SaveAsync(cancellationToken))
            return await RefuseAsync(officer, "replayed", given, cancellationToken);
        return presence;
    }

    /// <summary>A session as the audit log names it: its id would be worth a cookie to nobody, and still is not written down.</summary>
    public static string AuditReference(string sessionId) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(sessionId)))[..16];

    // A device that the officer used before has a count of its own: a lock that others bring about does not reach it.
    private (string Key, int Most)[] Counts(Officer? officer, OfficerCredentials given)
    {
        var name = users.NormalizeName(given.Name.Trim());
        if (officer is not null && given.Device is { } device && device.OfficerId == officer.Id)
            return [(lookup.Hash("officer.attempt", $"{name}|device|{device.Device}"), OfficerAttempts.Most)];

        var here = (lookup.Hash("officer.attempt", $"{name}|{given.Network}"), OfficerAttempts.Most);
        return given.Network == OfficerCredentials.CommandLine
            ? [here]
            : [here, (lookup.Hash("officer.attempt", $"{name}|everywhere"), OfficerAttempts.MostFromEverywhere)];
    }

    // Both are looked at whichever fails, and for a name that nobody has as well.
    private string? Fault(Officer? officer, OfficerCredentials given)
    {
        var judged = officer ?? decoy.Officer;
        var password = hasher.VerifyHashedPassword(judged, judged.PasswordHash ?? decoy.Officer.PasswordHash!, given.Password) != PasswordVerificationResult.Failed;
        var step = Totp.Match(judged.TotpSecret, given.Code, clock.GetUtcNow());
        return officer is null ? "name" : !password ? "password" : step is null ? "code" : step <= officer.LastTotpStep ? "replayed" : officer.DisabledAt is not null ? "disabled" : null;
    }

    private async Task<Outcome<OfficerPresence>> RefuseAsync(Officer? officer, string fault, OfficerCredentials given, CancellationToken cancellationToken)
    {
        // Never what was typed: people type passwords into the wrong field.
        await refused.RecordAsync("officer.refused", officer?.Id ?? RefusedSignIns.Nobody, fault, From(given), cancellationToken);
        return ErrorCatalogue.OfficerSignInRefused.With("Name, password and code do not belong together.");
    }

    private string From(OfficerCredentials given) => lookup.Hash("officer.network", given.Network)[..16];
}

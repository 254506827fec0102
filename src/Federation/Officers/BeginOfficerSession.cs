using System.Security.Cryptography;
using CrossBorder.Federation.Audit;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Officers;

/// <summary>Begins the session of an officer who has proved to be one, whichever way. Joins the current unit of work.</summary>
internal sealed class BeginOfficerSession(IOfficers officers, IAuditLog audit, TimeProvider clock)
{
    /// <param name="officer">Who.</param>
    /// <param name="by">The way in: <c>password</c>, <c>passkey</c>, <c>openid</c>.</param>
    /// <param name="from">The network as the audit log names it.</param>
    /// <param name="longest">How long it lasts; <see cref="OfficerSession.Longest"/> where nothing is said.</param>
    public OfficerPresence Begin(Officer officer, string by, string from, TimeSpan? longest = null)
    {
        var now = clock.GetUtcNow();
        var session = new OfficerSession
        {
            Id = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24)),
            OfficerId = officer.Id,
            StartedAt = now,
            ExpiresAt = now + (longest ?? OfficerSession.Longest),
        };
        officers.Add(session);
        audit.Record("officer.signed-in", AuditActors.Officer, officer.Id, new Dictionary<string, string>
        {
            ["session"] = SignInOfficer.AuditReference(session.Id), ["by"] = by, ["from"] = from,
        });
        return new OfficerPresence(session.Id, officer.Id, officer.UserName!, officer.Role);
    }
}

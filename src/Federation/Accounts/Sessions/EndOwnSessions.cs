using CrossBorder.Federation.Audit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts.Sessions;

/// <summary>A resident ends sign-ins of their own: one, or all but the one that asks.</summary>
internal sealed class EndOwnSessions(ISessionRegister sessions)
{
    private static readonly Dictionary<string, string> ByThemselves = new() { ["reason"] = "resident" };

    /// <summary>CB7030 where it is over already, or somebody else's.</summary>
    public async Task<Outcome<bool>> OneAsync(string residentId, string sessionId, string current, CancellationToken cancellationToken)
    {
        var cause = sessionId == current ? SessionEnd.SignedOut : SessionEnd.EndedElsewhere;
        return await sessions.EndAsync(new SessionChoice(residentId, sessionId), Ending(cause), cancellationToken) > 0
            ? true
            : ErrorCatalogue.LiveSessionUnknown.With("No sign-in of this resident lives under that id.");
    }

    /// <summary>How many there were.</summary>
    public Task<int> OthersAsync(string residentId, string current, CancellationToken cancellationToken) =>
        sessions.EndAsync(new SessionChoice(residentId, Except: current), Ending(SessionEnd.EndedElsewhere), cancellationToken);

    private static SessionEnding Ending(SessionEnd cause) => new(cause, AuditActors.Resident, ByThemselves);
}

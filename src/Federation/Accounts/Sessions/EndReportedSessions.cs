using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts.Sessions;

/// <summary>
/// An officer ends sign-ins that are abused. Who it is about comes from what somebody reported: a service's subject or a case number; the
/// officer learns no name. Both the look and the end stand in the audit log.
/// </summary>
internal sealed class EndReportedSessions(ISessionRegister sessions, IAuditLog audit)
{
    /// <summary>What it is called in the audit log.</summary>
    public const string Record = "sessions";

    /// <summary>CB7031 without a reason, CB7032 where nobody is found. The look is stored before it is given.</summary>
    public async Task<Outcome<ReportedSessions>> FindAsync(
        ReportedResident reported, EndReason? reason, OfficerPresence officer, CancellationToken cancellationToken)
    {
        if (reason is not { } why || !Enum.IsDefined(why))
            return ErrorCatalogue.SessionEndReasonMissing.With("Choose why.");
        if (await ResidentAsync(reported, cancellationToken) is not { } resident)
            return ErrorCatalogue.ReportedResidentUnknown.With("Neither a subject at that service nor a case.");

        PersonalDataRead.Record(audit, officer, Record, resident, why.ToString());
        return await sessions.SaveAsync(cancellationToken)
            ? new ReportedSessions(resident, await sessions.ListAsync(resident, cancellationToken))
            : ErrorCatalogue.AuditBeforeDisclosure.With("The look could not be written down.");
    }

    /// <summary>Ends one, or all where <paramref name="sessionId"/> is null; CB7030 where none lives any more.</summary>
    public async Task<Outcome<int>> EndAsync(
        ReportedResident reported, string? sessionId, EndReason? reason, OfficerPresence officer, CancellationToken cancellationToken)
    {
        if (reason is not { } why || !Enum.IsDefined(why))
            return ErrorCatalogue.SessionEndReasonMissing.With("Choose why.");
        if (await ResidentAsync(reported, cancellationToken) is not { } resident)
            return ErrorCatalogue.ReportedResidentUnknown.With("Neither a subject at that service nor a case.");

        var ending = new SessionEnding(SessionEnd.Officer, AuditActors.Officer, new Dictionary<string, string>
        {
            ["actor"] = officer.Name, ["officer"] = officer.OfficerId, ["reason"] = why.ToString(),
        });
        return await sessions.EndAsync(new SessionChoice(resident, sessionId), ending, cancellationToken) is > 0 and var ended
            ? ended
            : ErrorCatalogue.LiveSessionUnknown.With("None of them lives any more.");
    }

    private async Task<string?> ResidentAsync(ReportedResident reported, CancellationToken cancellationToken) => reported switch
    {
        { CaseNumber: { Length: > 0 and <= 64 } number } => await sessions.FindResidentAsync(number, cancellationToken),
        { ClientId: { Length: > 0 and <= 100 } client, Subject: { Length: > 0 and <= 128 } subject } =>
            await sessions.FindResidentAsync(client, subject, cancellationToken),
        _ => null,
    };
}

/// <summary>Whom a report is about: a case, or what a service calls the resident.</summary>
internal sealed record ReportedResident(string? CaseNumber, string? ClientId, string? Subject);

/// <summary>What there is to end.</summary>
/// <param name="ResidentId">Internal; the page does not show it.</param>
internal sealed record ReportedSessions(string ResidentId, IReadOnlyList<ListedSession> Sessions);

/// <summary>Why an officer ends sign-ins: a word for the log, never a text that could name somebody.</summary>
internal enum EndReason
{
    /// <summary>The resident asked, having proved who they are at a counter.</summary>
    ResidentAsked,

    /// <summary>A device was lost or stolen.</summary>
    DeviceLost,

    /// <summary>A service or the home reports abuse.</summary>
    AbuseReported,
}

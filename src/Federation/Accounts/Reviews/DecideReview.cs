using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts.Reviews;

/// <summary>
/// What a rule could not decide, an officer does: in one transaction with the link, its evidence and the audit entry. An officer
/// can waive a name or a birth date that the register has wrong; the number of the document, nobody.
/// </summary>
internal sealed class DecideReview(
    IReviews reviews, IAccountDirectory directory, LinkResident linking, ILookupHasher hasher, IAuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<ReviewItem>> DecideAsync(string id, ReviewVerdict verdict, OfficerPresence officer, CancellationToken cancellationToken)
    {
        if (await reviews.FindAsync(id, cancellationToken) is not { } item)
            return ErrorCatalogue.ReviewUnknown.With("No item of this reference.");
        if (!ReviewStates.MayBeDecided(item.Status) || item.Version != verdict.Version)
            return ErrorCatalogue.ReviewDecided.With($"It is {item.Status}.");
        if (verdict.Reason.Trim().Length is < ReviewVerdict.ShortestReason or > ReviewVerdict.LongestReason)
            return ErrorCatalogue.ReviewReasonMissing.With("10 to 1000 characters.");

        var record = ReadReview.Open(item);
        var done = verdict.State switch
        {
            ReviewStates.Linked => await LinkAsync(record, verdict, officer, cancellationToken),
            ReviewStates.Unmatched => Note(record, LinkOutcomes.Unmatched, officer, null, null),
            ReviewStates.Documents when item.Status == ReviewStates.Open => Note(record, LinkOutcomes.Documents, officer, null, null),
            _ => ErrorCatalogue.ReviewDecided.With("There is no such decision now."),
        };
        if (!done.Succeeded)
            return Outcome<ReviewItem>.Refused(done.Errors);

        item.Status = verdict.State;
        item.Reason = verdict.Reason.Trim();
        item.DecidedBy = officer.OfficerId;
        item.DecidedAt = clock.GetUtcNow();
        item.Version++;
        return await reviews.SaveAsync(cancellationToken) ? item : ErrorCatalogue.ReviewDecided.With("Somebody else was first.");
    }

    private async Task<Outcome<string>> LinkAsync(ReviewRecord record, ReviewVerdict verdict, OfficerPresence officer, CancellationToken cancellationToken)
    {
        if (record.Candidates.FirstOrDefault(account => account.AccountId == verdict.Account) is not { } candidate)
            return ErrorCatalogue.ReviewLinkForbidden.With("The account is none of the candidates.");
        if (!ReviewComparison.IsSameDocument(record.Person, candidate))
            return ErrorCatalogue.ReviewLinkForbidden.With("The document differs.");
        if (ReviewComparison.Differs(record.Person, candidate) && !verdict.OriginalSeen)
            return ErrorCatalogue.ReviewExceptionNeeded.With("Name or birth date differ.");

        // What the officer saw may be days old: the register is asked again, and must still say the same.
        var asked = await directory.FindAsync(new DirectoryQuery(candidate.DocumentType, candidate.DocumentNumber), cancellationToken);
        if (!asked.TryGetValue(out var now))
            return Outcome<string>.Refused(asked.Errors);
        if (!now.Contains(candidate))
            return ErrorCatalogue.ReviewCandidatesChanged.With("The register says something else by now.");
        if (await reviews.IsHeldAsync(hasher.Hash("mainland-account", candidate.AccountId), record.Person.Home, record.Item.SubjectHash, cancellationToken))
            return ErrorCatalogue.ReviewAccountTaken.With("Another person of the same home holds it.");

        var resident = await linking.LinkAsync(record.Person, record.Item.SubjectHash, candidate.AccountId, record.Item.TrustPath, cancellationToken);
        return Note(record, LinkOutcomes.Reviewed, officer, resident, candidate);
    }

    private Outcome<string> Note(ReviewRecord record, string outcome, OfficerPresence officer, string? resident, DirectoryAccount? candidate)
    {
        var compared = AttributeComparison.Evidence(candidate is null ? [] : ReviewComparison.Of(record.Person, candidate));
        var decision = linking.Keep(record.Person, record.Item.SubjectHash, outcome, record.Candidates.Count, JsonSerializer.Serialize(compared), resident);
        audit.Record("review.decided", AuditActors.Officer, record.Item.Id, new Dictionary<string, string>
        {
            ["actor"] = officer.Name,
            ["officer"] = officer.OfficerId,
            ["outcome"] = outcome,
            ["decision"] = decision,
            ["exception"] = compared.Values.Contains(false) ? "original document seen" : "none",
        });
        return Outcome<string>.Of(decision);
    }
}

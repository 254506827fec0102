using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Signals;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts;

/// <summary>Ties a verified person to their account on the other side, with evidence of every decision.</summary>
internal sealed class LinkResident(
    IAccountDirectory directory, IAccounts accounts, IAuditLog audit, ILookupHasher hasher, ISignals signals, TimeProvider clock)
{
    /// <param name="person">As their home proved them.</param>
    /// <param name="trustPath">Id of the chain that they were proved over.</param>
    /// <param name="cancellationToken">Ends the wait for the directory.</param>
    public async Task<Outcome<LinkAnswer>> FindAsync(VerifiedIdentity person, string? trustPath, CancellationToken cancellationToken)
    {
        var subject = SubjectHash(person);
        if (await accounts.FindLinkAsync(subject, cancellationToken) is { } link)
            return new LinkAnswer.Linked(link.ResidentId, link.MainlandAccount);

        if (AccountDocument.Of(person) is not { } document)
            return ErrorCatalogue.LinkDocumentMissing.With($"No {AccountDocument.TypeOf(person.Jurisdiction)} among the verified documents.");

        var found = await directory.FindAsync(new DirectoryQuery(document.Type, document.Number), cancellationToken);
        if (!found.TryGetValue(out var candidates))
            return Outcome<LinkAnswer>.Refused(found.Errors);

        var match = MatchingRules.Decide(person.Name, person.Birthdate, document, candidates);
        var latest = StillStands(await accounts.FindReviewAsync(subject, cancellationToken), person, candidates);
        return match.Kind switch
        {
            // An account that an officer found to be somebody else's is not offered, though the other one is gone by now.
            MatchKind.One when WasRuledOut(latest, match.Account!) => ErrorCatalogue.LinkFoundNotYours.With(latest!.Id),
            MatchKind.One => new LinkAnswer.Offered(match.Account!.AccountId, JsonSerializer.Serialize(match.Compared)),
            MatchKind.None => await RegisterAsync(person, document, subject, trustPath, cancellationToken),
            _ => Review(person, subject, trustPath, candidates, match, latest),
        };
    }

    /// <summary>The resident said yes: the link and its evidence join the current unit of work.</summary>
    public async Task<LinkAnswer.Linked> ConfirmAsync(
        VerifiedIdentity person, string accountId, string compared, string? trustPath, CancellationToken cancellationToken)
    {
        var resident = await LinkAsync(person, SubjectHash(person), accountId, trustPath, cancellationToken);
        Keep(person, SubjectHash(person), LinkOutcomes.Confirmed, 1, compared, resident);
        return new LinkAnswer.Linked(resident, accountId);
    }

    public Error Decline(VerifiedIdentity person, string compared)
    {
        Keep(person, SubjectHash(person), LinkOutcomes.Declined, 1, compared, null);
        return ErrorCatalogue.LinkDeclined.With("The resident did not confirm the account.");
    }

    private async Task<Outcome<LinkAnswer>> RegisterAsync(
        VerifiedIdentity person, IdentityDocument document, string subject, string? trustPath, CancellationToken cancellationToken)
    {
        // The same person always registers under the same request: a retry after a broken answer finds the account made before.
        var registered = await directory.RegisterAsync(new DirectoryRegistration(
            subject, document.Type, document.Number, person.Name.Latin,
            person.Name.HanSimplified ?? person.Name.HanTraditional, person.Birthdate, person.Gender), cancellationToken);
        if (!registered.TryGetValue(out var account))
            return Outcome<LinkAnswer>.Refused(registered.Errors);

        var resident = await LinkAsync(person, subject, account.AccountId, trustPath, cancellationToken);
        Keep(person, subject, LinkOutcomes.Registered, 0, "{}", resident);
        return new LinkAnswer.Linked(resident, account.AccountId);
    }

    private Outcome<LinkAnswer> Review(
        VerifiedIdentity person, string subject, string? trustPath, IReadOnlyList<DirectoryAccount> candidates, MatchResult match, ReviewItem? latest)
    {
        var (cause, refusal) = match.Kind == MatchKind.Several
            ? (LinkOutcomes.Ambiguous, ErrorCatalogue.LinkAmbiguous)
            : (LinkOutcomes.Mismatch, ErrorCatalogue.LinkMismatch);
        if (latest is not null)
            return latest.Status switch
            {
                ReviewStates.Unmatched => ErrorCatalogue.LinkFoundNotYours.With(latest.Id),
                ReviewStates.Documents => ErrorCatalogue.LinkDocumentsAsked.With(latest.Id),
                _ => refusal.With(latest.Id),
            };

        var review = new ReviewItem
        {
            Id = $"R{Convert.ToHexString(Guid.NewGuid().ToByteArray().AsSpan(0, 5))}",
            CreatedAt = clock.GetUtcNow(),
            SubjectHash = subject,
            Status = ReviewStates.Open,
            Cause = cause,
            CandidateCount = candidates.Count,
            Identity = VerifiedIdentityJson.Write(person),
            Candidates = Write(candidates),
            TrustPath = trustPath,
        };
        accounts.Add(review);
        Keep(person, subject, cause, candidates.Count, JsonSerializer.Serialize(match.Compared), null);
        return refusal.With(review.Id);
    }

    // A decision is about one person and what the register said of them then. Where either says something else, it is a new case,
    // save that an account that was ruled out stays so.
    private static ReviewItem? StillStands(ReviewItem? review, VerifiedIdentity person, IReadOnlyList<DirectoryAccount> candidates)
    {
        if (review is null || !ReviewStates.MayBeDecided(review.Status) && review.Status != ReviewStates.Unmatched)
            return null;

        var known = VerifiedIdentityJson.Read(review.Identity).Value;
        if (review.Candidates == Write(candidates) && known.Name == person.Name && known.Birthdate == person.Birthdate)
            return review;

        if (review.Status == ReviewStates.Unmatched)
            return candidates.Count == 1 && WasRuledOut(review, candidates[0]) ? review : null;

        review.Status = ReviewStates.Superseded;
        review.Version++;
        return null;
    }

    // The register answers in no order of its own; the same accounts are the same case.
    private static string Write(IEnumerable<DirectoryAccount> candidates) =>
        JsonSerializer.Serialize(candidates.OrderBy(account => account.AccountId, StringComparer.Ordinal));

    private static bool WasRuledOut(ReviewItem? review, DirectoryAccount account) =>
        review?.Status == ReviewStates.Unmatched
        && JsonSerializer.Deserialize<List<DirectoryAccount>>(review.Candidates)!.Any(candidate => candidate.AccountId == account.AccountId);

    /// <summary>The link joins the current unit of work. Whether there may be one is decided before.</summary>
    internal async Task<string> LinkAsync(VerifiedIdentity person, string subject, string accountId, string? trustPath, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = hasher.Hash("mainland-account", accountId);
        // One account is one person, whichever home they come from: their cases and subjects stay the same.
        var resident = await accounts.FindResidentAsync(account, cancellationToken);
        if (resident is null)
        {
            resident = Guid.NewGuid().ToString("N");
            accounts.Add(new Resident { Id = resident, CreatedAt = now });
        }
        else
        {
            await signals.CredentialChangedAsync(resident, CredentialChanged.HomeAdded, cancellationToken);
        }

        accounts.Add(new HomeLink
        {
            Id = Guid.NewGuid().ToString("N"),
            ResidentId = resident,
            Home = person.Home,
            SubjectHash = subject,
            MainlandAccount = accountId,
            AccountHash = account,
            TrustPath = trustPath,
            CreatedAt = now,
        });
        return resident;
    }

    /// <summary>The evidence of a decision joins the current unit of work, with its audit entry.</summary>
    /// <returns>Its id.</returns>
    internal string Keep(VerifiedIdentity person, string subject, string outcome, int candidates, string compared, string? residentId)
    {
        var decision = new LinkDecision
        {
            Id = Guid.NewGuid().ToString("N"),
            At = clock.GetUtcNow(),
            ResidentId = residentId,
            SubjectHash = subject,
            RuleVersion = MatchingRules.Version,
            Compared = compared,
            Candidates = candidates,
            Outcome = outcome,
            AssertionDigest = person.AssertionDigest,
        };
        accounts.Add(decision);
        audit.Record($"link.{outcome}", LinkOutcomes.IsOfficers(outcome) ? AuditActors.Officer : AuditActors.Resident, residentId ?? decision.Id, new Dictionary<string, string>
        {
            ["decision"] = decision.Id,
            ["rules"] = MatchingRules.Version,
        });
        return decision.Id;
    }

    private string SubjectHash(VerifiedIdentity person) => hasher.Hash("home-subject", $"{person.Home}|{person.Subject}");
}

using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts;

/// <summary>Ties a verified person to their account on the other side, with evidence of every decision.</summary>
internal sealed class LinkResident(
    IAccountDirectory directory, IAccounts accounts, IAuditLog audit, ILookupHasher hasher, TimeProvider clock)
{
    private const string Permit = "home_return_permit";

    public async Task<Outcome<LinkAnswer>> FindAsync(VerifiedIdentity person, CancellationToken cancellationToken)
    {
        var subject = SubjectHash(person);
        if (await accounts.FindLinkAsync(subject, cancellationToken) is { } link)
            return new LinkAnswer.Linked(link.ResidentId, link.MainlandAccount);

        if (person.Documents.FirstOrDefault(document => document.Type == Permit) is not { } document)
            return ErrorCatalogue.LinkDocumentMissing.With("No home_return_permit among the verified documents.");

        var found = await directory.FindAsync(new DirectoryQuery(document.Type, document.Number), cancellationToken);
        if (!found.TryGetValue(out var candidates))
            return Outcome<LinkAnswer>.Refused(found.Errors);

        var match = MatchingRules.Decide(person.Name, person.Birthdate, document, candidates);
        return match.Kind switch
        {
            MatchKind.One => new LinkAnswer.Offered(match.Account!.AccountId, JsonSerializer.Serialize(match.Compared)),
            MatchKind.None => await RegisterAsync(person, document, subject, cancellationToken),
            MatchKind.Several => await ReviewAsync(person, subject, candidates, cancellationToken),
            _ => Mismatch(person, subject, match),
        };
    }

    /// <summary>The resident said yes: the link and its evidence join the current unit of work.</summary>
    public async Task<LinkAnswer.Linked> ConfirmAsync(
        VerifiedIdentity person, string accountId, string compared, CancellationToken cancellationToken)
    {
        var resident = await LinkAsync(person, SubjectHash(person), accountId, cancellationToken);
        Decide(person, SubjectHash(person), LinkOutcomes.Confirmed, 1, compared, resident);
        return new LinkAnswer.Linked(resident, accountId);
    }

    public Error Decline(VerifiedIdentity person, string compared)
    {
        Decide(person, SubjectHash(person), LinkOutcomes.Declined, 1, compared, null);
        return ErrorCatalogue.LinkDeclined.With("The resident did not confirm the account.");
    }

    private async Task<Outcome<LinkAnswer>> RegisterAsync(
        VerifiedIdentity person, IdentityDocument document, string subject, CancellationToken cancellationToken)
    {
        // The same person always registers under the same request: a retry after a broken answer finds the account made before.
        var registered = await directory.RegisterAsync(new DirectoryRegistration(
            subject, document.Type, document.Number, person.Name.Latin,
            person.Name.HanSimplified ?? person.Name.HanTraditional, person.Birthdate, person.Gender), cancellationToken);
        if (!registered.TryGetValue(out var account))
            return Outcome<LinkAnswer>.Refused(registered.Errors);

        var resident = await LinkAsync(person, subject, account.AccountId, cancellationToken);
        Decide(person, subject, LinkOutcomes.Registered, 0, "{}", resident);
        return new LinkAnswer.Linked(resident, account.AccountId);
    }

    private async Task<Outcome<LinkAnswer>> ReviewAsync(
        VerifiedIdentity person, string subject, IReadOnlyList<DirectoryAccount> candidates, CancellationToken cancellationToken)
    {
        var review = await accounts.FindOpenReviewAsync(subject, cancellationToken);
        if (review is null)
        {
            review = new ReviewItem
            {
                Id = $"R{Convert.ToHexString(Guid.NewGuid().ToByteArray().AsSpan(0, 5))}",
                CreatedAt = clock.GetUtcNow(),
                SubjectHash = subject,
                Status = "open",
                Identity = VerifiedIdentityJson.Write(person),
                Candidates = JsonSerializer.Serialize(candidates),
            };
            accounts.Add(review);
            Decide(person, subject, LinkOutcomes.Ambiguous, candidates.Count, "{}", null);
        }

        return ErrorCatalogue.LinkAmbiguous.With(review.Id);
    }

    private Outcome<LinkAnswer> Mismatch(VerifiedIdentity person, string subject, MatchResult match)
    {
        Decide(person, subject, LinkOutcomes.Mismatch, 1, JsonSerializer.Serialize(match.Compared), null);
        return ErrorCatalogue.LinkMismatch.With(
            "Different: " + string.Join(", ", match.Compared.Where(attribute => !attribute.Value).Select(attribute => attribute.Key)));
    }

    private async Task<string> LinkAsync(VerifiedIdentity person, string subject, string accountId, CancellationToken cancellationToken)
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

        accounts.Add(new HomeLink
        {
            Id = Guid.NewGuid().ToString("N"),
            ResidentId = resident,
            Home = person.Home,
            SubjectHash = subject,
            MainlandAccount = accountId,
            AccountHash = account,
            CreatedAt = now,
        });
        return resident;
    }

    private void Decide(VerifiedIdentity person, string subject, string outcome, int candidates, string compared, string? residentId)
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
        audit.Record($"link.{outcome}", AuditActors.Resident, residentId ?? decision.Id, new Dictionary<string, string>
        {
            ["decision"] = decision.Id,
            ["rules"] = MatchingRules.Version,
        });
    }

    private string SubjectHash(VerifiedIdentity person) => hasher.Hash("home-subject", $"{person.Home}|{person.Subject}");
}

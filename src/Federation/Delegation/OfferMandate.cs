using System.Security.Cryptography;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.OpenIdConnect.Devices;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Delegation;

/// <summary>A principal gives a mandate to whoever they hand the code to. Nobody is looked up by name or document for it.</summary>
internal sealed class OfferMandate(
    IMandates mandates, IVerifiedSessions sessions, IConsents consents, MandateNotice notices, ILookupHasher hasher, IAuditLog audit,
    IOptions<DelegationOptions> options, TimeProvider clock)
{
    /// <summary>As many characters of the agent's document as a principal may name.</summary>
    public const int DocumentCharacters = 4;

    /// <summary>As many as a resident may have given at a time: nobody needs more agents, and each offer takes a code.</summary>
    public const int MostAtATime = 20;

    private const string CodePurpose = "mandate-code";
    private const string DocumentPurpose = "mandate-document";

    /// <param name="principal">The resident who gives it.</param>
    /// <param name="terms">What was judged to be fit.</param>
    /// <param name="document">The last characters of the agent's document; null or empty where the principal names none.</param>
    /// <param name="seen">Digest of the notice that was on the screen.</param>
    /// <param name="language">Its language.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The code, which is told once; CB5190, CB5033 where more has to be proved, CB5031.</returns>
    public async Task<Outcome<OfferedMandate>> RunAsync(
        Applicant principal, MandateTerms terms, string? document, string? seen, string language, CancellationToken cancellationToken)
    {
        var notice = notices.For(terms, language);
        if (notice.Digest != seen)
            return ErrorCatalogue.MandateUnfit.With("Another text was on the screen.");
        if (principal.Acting is not null)
            return ErrorCatalogue.NotForAgents.With("A mandate is not passed on.");
        if (principal.Assurance < terms.Needed)
            return ErrorCatalogue.AssuranceInsufficient.With(terms.Needed.ToUrn());
        if (await sessions.FindAsync(principal.SessionId, cancellationToken) is not { } session)
            return ErrorCatalogue.SessionUnknown.With("The sign-in is over.");
        var named = (document ?? "").Trim().ToUpperInvariant();
        if (named.Length > 0 && named.Length != DocumentCharacters)
            return ErrorCatalogue.MandateUnfit.With($"Of the document, {DocumentCharacters} characters are named or none.");

        if ((await mandates.ListAsync(principal.ResidentId, cancellationToken)).Count(known => known.GivenBy == principal.ResidentId && known.State != MandateState.Ended) >= MostAtATime)
            return ErrorCatalogue.MandateUnfit.With($"{MostAtATime} are given already.");

        var now = clock.GetUtcNow();
        var code = RandomNumberGenerator.GetString(string.Concat(UserCodes.Charset), UserCodes.Length);
        var id = Guid.CreateVersion7(now).ToString("N");
        var given = terms.Clients.Select(client => consents.Give(principal.ResidentId, notices.RecipientOf(client), terms.Scopes, notice).Id).ToList();
        var mandate = new Mandate
        {
            Id = id,
            PrincipalId = terms.Enterprise?.Id ?? principal.ResidentId,
            GivenBy = principal.ResidentId,
            Relation = terms.Relation.Name,
            Items = string.Join(' ', terms.Items.Select(item => item.Code)),
            Scopes = string.Join(' ', terms.Scopes),
            Consents = string.Join(' ', given),
            OfferedAt = now,
            ValidUntil = terms.ValidUntil,
            CodeHash = hasher.Hash(CodePurpose, code),
            CodeUntil = Earlier(now + options.Value.CodeLifetime, terms.ValidUntil),
            DocumentHash = named.Length == 0 ? null : HashOf(id, named),
            Assurance = session.Assurance.ToUrn(),
            Home = session.Home,
            TrustPath = session.TrustPath,
            VerifiedAt = session.Identity.VerifiedAt,
            Identity = VerifiedIdentityJson.Write(session.Identity),
            Assertion = session.Assertion,
            MainlandAccount = session.MainlandAccount,
            PrincipalName = terms.Enterprise?.Name ?? MaskedName.Of(session.Identity.Name),
            Enterprise = terms.Enterprise?.Write(),
        };
        mandates.Add(mandate);
        audit.Record("mandate.offered", AuditActors.Resident, id, new Dictionary<string, string>
        {
            ["relation"] = mandate.Relation, ["items"] = mandate.Items, ["until"] = $"{mandate.ValidUntil:O}", ["text"] = notice.Digest,
        });
        return await mandates.SaveAsync(cancellationToken)
            ? new OfferedMandate(id, UserCodes.Shown(code), mandate.CodeUntil)
            : ErrorCatalogue.MandateUnfit.With("Somebody drew the same code at the same moment.");
    }

    /// <summary>Null for what is no code at all.</summary>
    public string? HashOf(string? typed) => UserCodes.Read(typed) is { } code ? hasher.Hash(CodePurpose, code) : null;

    /// <summary>Whether one of the agent's documents ends as the principal said.</summary>
    public bool IsMeant(Mandate mandate, VerifiedIdentity agent) => mandate.DocumentHash is not { } wanted
        || agent.Documents.Any(document => document.Number.Length >= DocumentCharacters
            && HashOf(mandate.Id, document.Number[^DocumentCharacters..].ToUpperInvariant()) == wanted);

    private string HashOf(string id, string document) => hasher.Hash(DocumentPurpose, $"{id}\n{document}");

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>What is shown once.</summary>
internal sealed record OfferedMandate(string Id, string Code, DateTimeOffset CodeUntil);

using System.Text;
using System.Text.Json;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Signing;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Evidence;

/// <summary>
/// Judges how the applicant stood by the application: that the document says what was filed, and that the resident whom the home vouched
/// for signed it, or proved themselves anew to confirm it.
/// </summary>
internal sealed class SigningExamination(
    EvidenceFile file, EvidenceSeal seal, TrustList trust, RevocationAnswers revocation, RevocationPolicy revocationPolicy, IReadOnlyCollection<string> hubAlgorithms)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>A sentence; null where the application was filed without a signature, and the seal says the same.</summary>
    public Outcome<string>? Run()
    {
        if (file.Signing is null && seal.Signing is null)
            return null;
        if (file.Signing is not { } filed || seal.Signing is not { } tied || !IsTied(filed, tied))
            return ErrorCatalogue.EvidenceInconsistent.With("The signing is not the one that was sealed.");

        return Document(filed.Document)
            .Then(_ => Subject(file.Assertion, seal.VerifiedAt))
            .Then(applicant => filed.Signature is not null ? Signed(filed, tied, applicant) : Confirmed(filed, tied, applicant));
    }

    private static bool IsTied(FiledSigning filed, SealedSigning tied) =>
        EvidencePackage.DigestOf(filed.Document) == tied.Document
        && (filed.Signature is null ? null : Digests.Sha256(filed.Signature)) == tied.Signature
        && (filed.Certificates ?? []).Select(der => Digests.Sha256(der)).SequenceEqual(tied.Certificates ?? [])
        && DigestOf(filed.Confirmation) == tied.Confirmation
        && DigestOf(filed.Assertion) == tied.Assertion;

    private static string? DigestOf(string? text) => text is null ? null : EvidencePackage.DigestOf(text);

    /// <summary>The document is about this application: the parts in both are the same, and the application names the document.</summary>
    private Outcome<string> Document(string document) =>
        Parts(document).Then(signed => Parts(file.Application).Then(submitted =>
            signed == submitted && NamesDocument(document)
                ? Outcome<string>.Of(document)
                : ErrorCatalogue.EvidenceInconsistent.With("The signed document says something else than the application that was filed.")));

    private static Outcome<string> Parts(string json) => StrictJson.Read<string>(
        Encoding.UTF8.GetBytes(json), ErrorCatalogue.EvidenceMalformed, content => content.TryGetProperty("parts", out var parts)
            ? Outcome<string>.Of(parts.GetRawText())
            : ErrorCatalogue.EvidenceMalformed.With("It has no parts."));

    private bool NamesDocument(string document) => StrictJson.Read<bool>(
        Encoding.UTF8.GetBytes(file.Application), ErrorCatalogue.EvidenceMalformed, content =>
            content.TryGetProperty("signing", out var signing) && signing.StringOf("digest") == EvidencePackage.DigestOf(document))
        is { Succeeded: true, Value: true };

    private Outcome<string> Signed(FiledSigning filed, SealedSigning tied, IdentityAssertion applicant)
    {
        var certificates = (filed.Certificates ?? []).Select(der => Certificate.Parse(der)).ToList();
        if (certificates.Find(certificate => !certificate.Succeeded) is { } broken)
            return Outcome<string>.Refused(broken.Errors);

        return ResidentSignaturePipeline.Verify(new ResidentSignatureVerification
        {
            Document = filed.Document,
            Signature = new ResidentSignature(filed.Signature, [.. certificates.Select(certificate => certificate.Value)], tied.SignedAt ?? tied.VerifiedAt),
            Subject = applicant.Subject,
            Jurisdiction = new Jurisdiction(seal.Home.Jurisdiction),
            TrustList = trust,
            RevocationAnswers = revocation,
            RevocationPolicy = revocationPolicy,
            Now = tied.VerifiedAt,
        }).Map(chain => $"The applicant signed the application at {tied.SignedAt:u}, certified under '{chain.Anchor.Name}' ({chain.Anchor.Jurisdiction}).");
    }

    private Outcome<string> Confirmed(FiledSigning filed, SealedSigning tied, IdentityAssertion applicant)
    {
        if (filed is not { Confirmation: { } confirmation, Assertion: { } assertion })
            return ErrorCatalogue.EvidenceInconsistent.With("The application is neither signed nor confirmed.");

        var policy = new SignedContentPolicy { Type = EvidenceSeal.ConfirmationType, Algorithms = hubAlgorithms };
        return SignedContent.Verify(confirmation, policy).Then(content => Statement.Read(content)
            .Then(statement => HubChain.Verify(content.Chain, trust, revocation, tied.VerifiedAt, seal.Hub)
            .Then(_ => Subject(assertion, tied.VerifiedAt))
            .Then(fresh => LevelOf(fresh).Then(proved => Conclude(statement, fresh, proved)))));

        Outcome<string> Conclude(Statement statement, IdentityAssertion fresh, AssuranceLevel proved)
        {
            if (statement.Digest != tied.Document || statement.Assertion != tied.Assertion || fresh.Subject != applicant.Subject
                || (tied.VerifiedAt - fresh.AuthenticatedAt).Duration() > Fresh)
                return ErrorCatalogue.EvidenceInconsistent.With("The confirmation is of another document, person or time than the sign-in that it rests on.");
            return proved >= statement.Stated && statement.Stated >= statement.Needed
                ? Outcome<string>.Of($"The applicant confirmed the application at {tied.VerifiedAt:u}, having proved themselves anew at {fresh.AuthenticatedAt:u} ({proved.ToUrn()}).")
                : ErrorCatalogue.EvidenceInconsistent.With("The sign-in that the confirmation rests on is weaker than the hub states, or than was asked for.");
        }
    }

    private Outcome<AssuranceLevel> LevelOf(IdentityAssertion fresh) => seal.Home.ToPolicy().Then(home => home.LevelOf(fresh.Assurance));

    /// <summary>Who the home says it is, in an assertion of the sealed home.</summary>
    /// <param name="assertion">The assertion.</param>
    /// <param name="at">When the hub relied on it: the sign-in that confirms may be days later than the one that filed.</param>
    private Outcome<IdentityAssertion> Subject(string assertion, DateTimeOffset at)
    {
        return seal.Home.ToPolicy().Then(home => SignedContent.Verify(assertion, AssertionSignature.PolicyFor(home))
            .Then(content => ChainVerifier.Verify(content.Chain,
                new ChainRequest(trust, home.Jurisdiction, TrustPurpose.AssertionSigning, at, revocation, revocationPolicy) { Party = home.Issuer })
            .Then(chain => IdentityAssertionReader.Read(content.Payload)
            .Then<IdentityAssertion>(read => read.Issuer == home.Issuer && chain.SpeaksFor(home.Issuer) && read.Audiences is [var audience] && audience == home.Audience
                ? read
                : ErrorCatalogue.EvidenceInconsistent.With("An assertion is of another home, or for another audience, than the sealed one.")))));
    }

    // Needed is how surely they had to prove themselves; a statement from before that stood in it had to be substantial.
    private sealed record Statement(string? Digest, string? Assertion, AssuranceLevel Stated, AssuranceLevel Needed)
    {
        public static Outcome<Statement> Read(SignedContent content) => StrictJson.Read<Statement>(
            content.Payload, ErrorCatalogue.EvidenceMalformed, statement =>
                AssuranceLevels.ParseUrn(statement.StringOf("acr")).Then(stated =>
                (statement.StringOf("needed") is { } needed ? AssuranceLevels.ParseUrn(needed) : AssuranceLevel.Substantial)
                .Map(asked => new Statement(statement.StringOf("digest"), statement.StringOf("assertion"), stated, asked))));
    }
}

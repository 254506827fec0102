using System.Text;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Signing;

/// <summary>Judges whether a sign-in confirms an application, and states it under the hub's signature.</summary>
internal sealed class Confirmations(IHubSigners keys, IOptions<HubOptions> hub, TimeProvider clock)
{
    private const string Type = "cross-border-confirmation+jws";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether the resident proved themselves after the document was shown, at most five minutes ago, and as surely as is asked.
    /// That it came after is told by our own clock: the home's may differ.
    /// </summary>
    public bool IsFresh(ApplicationSigning signing, Applicant applicant, AssuranceLevel needed) =>
        applicant.Identity.VerifiedAt >= signing.CreatedAt
        && clock.GetUtcNow() - applicant.Identity.AuthenticatedAt <= Fresh
        && applicant.Assurance >= needed
        && applicant.Identity.Home == signing.Home && applicant.Identity.Subject == signing.Subject;

    /// <summary>CB5184 where the sign-in is too old or too weak, CB6138 while no key signs.</summary>
    public Outcome<SigningProof> State(ApplicationSigning signing, Applicant applicant, AssuranceLevel needed)
    {
        if (!IsFresh(signing, applicant, needed))
            return ErrorCatalogue.ConfirmationStale.With("The sign-in is older than the document or than five minutes, weaker than asked, or of another home.");
        if (keys.Find(KeyUses.Envelopes, AlgorithmCatalogue.Sm2.Name) is not { } key)
            return ErrorCatalogue.NoKeySigns.With("No key signs envelopes with SM2 now.");

        var now = clock.GetUtcNow();
        var statement = Jws.Sign(key, Type, Encoding.UTF8.GetBytes(ApplicationJson.Write(new
        {
            Iss = hub.Value.Issuer,
            Iat = now.ToUnixTimeSeconds(),
            Reference = signing.Id,
            signing.Digest,
            Acr = applicant.Assurance.ToUrn(),
            Needed = needed.ToUrn(),
            AuthTime = applicant.Identity.AuthenticatedAt.ToUnixTimeSeconds(),
            Assertion = Digests.Sha256(Encoding.ASCII.GetBytes(applicant.Assertion)),
        })));
        return new SigningProof(signing.Id, signing.Digest, signing.Document, now) { Confirmation = statement, Assertion = applicant.Assertion };
    }
}

using System.Text;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Commitments;

/// <summary>
/// States under the hub's signature what an applicant committed to: which words, of which version, when, and how surely it was them.
/// One statement for each material, however many departments need it.
/// </summary>
internal sealed class CommitmentStatements(IHubSigners keys, IOptions<HubOptions> hub)
{
    public const string Type = "cross-border-commitment+jws";

    /// <summary>CB6138 while no key signs.</summary>
    public Outcome<IReadOnlyList<StatedCommitment>> State(VerifiedApplication verified, Applicant applicant, string caseNumber, DateTimeOffset at)
    {
        var promises = verified.Parts.SelectMany(part => part.Materials.Select(material => (part.Item, material.Slug, material.Agreed)))
            .Where(promise => promise.Agreed is not null).GroupBy(promise => promise.Slug).ToList();
        if (promises.Count == 0)
            return Outcome<IReadOnlyList<StatedCommitment>>.Of([]);
        // Evidence is sealed with the same algorithm, so that whoever verifies a package needs no other.
        if (keys.Find(KeyUses.Envelopes, AlgorithmCatalogue.Sm2.Name) is not { } key)
            return ErrorCatalogue.NoKeySigns.With("No key signs envelopes with SM2 now.");

        return promises.ConvertAll(promise =>
        {
            var text = promise.First().Agreed!;
            return new StatedCommitment(promise.Key, text.Digest, text.Text, Jws.Sign(key, Type, Encoding.UTF8.GetBytes(ApplicationJson.Write(new
            {
                Iss = hub.Value.Issuer,
                Iat = at.ToUnixTimeSeconds(),
                Case = caseNumber,
                Items = promise.Select(part => part.Item.Code).Distinct(),
                Slug = promise.Key,
                verified.CatalogueVersion,
                text.Language,
                text.Text,
                text.Digest,
                Acr = applicant.Assurance.ToUrn(),
                Assertion = applicant.Identity.AssertionDigest,
                Session = Digests.Sha256(Encoding.UTF8.GetBytes(applicant.SessionId)),
            }))));
        });
    }
}

/// <summary>One commitment as departments get it.</summary>
/// <param name="Statement">The hub's JWS over it, compact form.</param>
internal sealed record StatedCommitment(string Slug, string Digest, string Text, string Statement);

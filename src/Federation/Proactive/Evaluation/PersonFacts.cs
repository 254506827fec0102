using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Proactive.Evaluation;

/// <summary>What rules may look at. Nothing else of a person reaches them.</summary>
/// <param name="Identity">From the verified identity; names and numbers of documents are left out.</param>
/// <param name="LookedUp">The kinds of licence that were asked for and answered; of others nothing is known.</param>
/// <param name="Licences">What was found of them.</param>
/// <param name="Completed">What was completed for the person through this hub.</param>
internal sealed record PersonFacts(
    IdentityFacts Identity, IReadOnlySet<string> LookedUp, IReadOnlyList<ElectronicLicence> Licences, IReadOnlyList<CompletedItem> Completed);

/// <param name="Gender">M or F.</param>
/// <param name="Jurisdiction">The place whose authorities vouch for the person.</param>
/// <param name="Documents">Types of identity document, without their numbers.</param>
internal sealed record IdentityFacts(DateOnly Birthdate, string Gender, string Jurisdiction, IReadOnlyList<string> Documents)
{
    public static IdentityFacts Of(VerifiedIdentity identity) => new(
        identity.Birthdate, identity.Gender, identity.Jurisdiction.Code, [.. identity.Documents.Select(document => document.Type)]);
}

/// <param name="On">The day on which it was completed.</param>
internal sealed record CompletedItem(string Item, DateOnly On);

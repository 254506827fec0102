using System.Text.Json.Nodes;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>Resolves the hub and its members with the hub as trust anchor (OpenID Federation 1.0 sections 8.3 and 10).</summary>
internal sealed class ResolveEntity(FederationMembers members, Statements statements, MemberAnswers answers)
{
    /// <summary>A signed answer. CB2137 and CB2138 for whom the hub does not know, CB2139, CB2140 and CB2141 where the chain does not hold.</summary>
    /// <param name="subject">An entity identifier.</param>
    /// <param name="anchors">Those that the asker trusts; one of them has to be this hub.</param>
    /// <param name="types">Of which types metadata are wanted; none for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Outcome<SignedStatement>> ResolveAsync(
        string subject, IReadOnlyCollection<string> anchors, IReadOnlyCollection<string> types, CancellationToken cancellationToken)
    {
        if (!anchors.Any(anchor => FederationMembers.AreSame(anchor, statements.Hub)))
            return ErrorCatalogue.FederationAnchorUnknown.With($"This hub resolves for {statements.Hub}.");

        var anchor = await statements.OfHubAsync();
        if (FederationMembers.AreSame(subject, statements.Hub))
            return statements.Resolved(statements.Hub, Selected(await statements.HubMetadataAsync(), types), [anchor.Text], anchor.Expires);
        if (members.Find(subject) is not { } member)
            return ErrorCatalogue.FederationEntityUnknown.With("There is no such member.");

        var said = await answers.OfAsync(member, statements.Hub, cancellationToken);
        var subordinate = statements.Of(member);
        // What they come to must not outlast any of them.
        return said.Then(own => MetadataPolicy.Apply(own.Metadata, MemberPolicy.Of(member)[member.Type]!.AsObject()).Map(metadata => statements.Resolved(
            member.Id, Selected(new JsonObject { [member.Type] = metadata }, types), [own.Signed, subordinate.Text, anchor.Text],
            new[] { own.Expires, subordinate.Expires, anchor.Expires }.Min())));
    }

    private static JsonObject Selected(JsonObject metadata, IReadOnlyCollection<string> types)
    {
        foreach (var unwanted in metadata.Select(type => type.Key).Where(type => types.Count > 0 && !types.Contains(type)).ToList())
            metadata.Remove(unwanted);
        return metadata;
    }
}

using System.Text.Json.Nodes;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>Resolves the hub and its members with the hub as trust anchor (OpenID Federation 1.0 sections 8.3 and 10).</summary>
internal sealed class ResolveEntity(
    FederationMembers members, Statements statements, MemberAnswers answers, IOptions<OpenIdFederationOptions> options, TimeProvider clock)
{
    /// <summary>A signed answer. CB2137 and CB2138 for whom the hub does not know, CB2139, CB2140 and CB2141 where the chain does not hold.</summary>
    /// <param name="subject">An entity identifier.</param>
    /// <param name="anchors">Those that the asker trusts; one of them has to be this hub.</param>
    /// <param name="types">Of which types metadata are wanted; none for all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Outcome<string>> ResolveAsync(
        string subject, IReadOnlyCollection<string> anchors, IReadOnlyCollection<string> types, CancellationToken cancellationToken)
    {
        if (!anchors.Any(anchor => FederationMembers.AreSame(anchor, statements.Hub)))
            return ErrorCatalogue.FederationAnchorUnknown.With($"This hub resolves for {statements.Hub}.");

        // Before the statements are made: what they come to must not outlast them.
        var lasting = clock.GetUtcNow() + options.Value.StatementLifetime;
        var anchor = await statements.OfHubAsync();
        if (FederationMembers.AreSame(subject, statements.Hub))
            return statements.Resolved(statements.Hub, Selected(await statements.HubMetadataAsync(), types), [anchor], lasting);
        if (members.Find(subject) is not { } member)
            return ErrorCatalogue.FederationEntityUnknown.With("There is no such member.");

        var said = await answers.OfAsync(member, statements.Hub, cancellationToken);
        return said.Then(own => MetadataPolicy.Apply(own.Metadata, MemberPolicy.Of(member)[member.Type]!.AsObject()).Map(metadata => statements.Resolved(
            member.Id, Selected(new JsonObject { [member.Type] = metadata }, types), [own.Signed, statements.Of(member), anchor],
            own.Expires < lasting ? own.Expires : lasting)));
    }

    private static JsonObject Selected(JsonObject metadata, IReadOnlyCollection<string> types)
    {
        foreach (var unwanted in metadata.Select(type => type.Key).Where(type => types.Count > 0 && !types.Contains(type)).ToList())
            metadata.Remove(unwanted);
        return metadata;
    }
}

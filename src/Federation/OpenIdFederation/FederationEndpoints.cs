using System.Text;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>What the federation is asked (OpenID Federation 1.0 sections 8 and 9): by anybody, and answered signed.</summary>
internal static class FederationEndpoints
{
    private const string Subject = "sub";
    private const string Anchor = "trust_anchor";
    private const string EntityType = "entity_type";

    // The hub gives out no trust marks, and has no intermediates below it.
    private static readonly string[] UnknownFilters = ["trust_marked", "trust_mark_type", "intermediate"];

    public static async Task<IResult> ConfigurationAsync(Statements statements) => Signed(await statements.OfHubAsync(), Statements.Type);

    public static IResult List(HttpRequest request, FederationMembers members)
    {
        if (UnknownFilters.FirstOrDefault(request.Query.ContainsKey) is { } filter)
            return FederationErrors.Answer(ErrorCatalogue.FederationParameterUnknown.With($"There is no '{filter}' here."));
        var types = Given(request, EntityType);
        return Results.Json(members.All.Where(member => types.Count == 0 || types.Contains(member.Type)).Select(member => member.Id));
    }

    public static IResult Fetch(HttpRequest request, FederationMembers members, Statements statements)
    {
        if (Given(request, Subject) is not [{ Length: > 0 } subject])
            return FederationErrors.Answer(ErrorCatalogue.FederationRequestWrong.With("One 'sub' is wanted."));
        if (FederationMembers.AreSame(subject, statements.Hub))
            return FederationErrors.Answer(ErrorCatalogue.FederationRequestWrong.With("The hub makes no subordinate statement about itself."));
        return members.Find(subject) is { } member
            ? Signed(statements.Of(member), Statements.Type)
            : FederationErrors.Answer(ErrorCatalogue.FederationEntityUnknown.With("There is no such member."));
    }

    public static async Task<IResult> ResolveAsync(HttpRequest request, ResolveEntity resolve, CancellationToken cancellationToken)
    {
        if (Given(request, Subject) is not [{ Length: > 0 } subject])
            return FederationErrors.Answer(ErrorCatalogue.FederationRequestWrong.With("One 'sub' is wanted."));
        if (Given(request, Anchor) is not { Count: > 0 } anchors)
            return FederationErrors.Answer(ErrorCatalogue.FederationRequestWrong.With("At least one 'trust_anchor' is wanted."));
        var resolved = await resolve.ResolveAsync(subject, anchors, Given(request, EntityType), cancellationToken);
        return resolved.Succeeded ? Signed(resolved.Value, Statements.ResolvedType) : FederationErrors.Answer(resolved.Error);
    }

    private static IReadOnlyList<string> Given(HttpRequest request, string name) => [.. request.Query[name].OfType<string>()];

    private static IResult Signed(SignedStatement statement, string type) => Results.Bytes(Encoding.ASCII.GetBytes(statement.Text), "application/" + type);
}

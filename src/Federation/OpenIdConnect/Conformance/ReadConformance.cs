using System.Globalization;
using System.Text.Json.Nodes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Conformance;

/// <summary>The conformance of one relying party, of the settings or registered, at this moment or until it was stopped.</summary>
internal sealed class ReadConformance(
    KnownClients clients, IRegistrations registrations, IConformanceCounts counts, ConformanceBook book, IOptions<HubOptions> hub, TimeProvider clock)
{
    /// <summary>CB6173 where no such client ever counted.</summary>
    public async Task<Outcome<ConformanceReport>> OfAsync(string clientId, CancellationToken cancellationToken)
    {
        if ((clients.Find(clientId) ?? await StoppedAsync(clientId, cancellationToken)) is not { } client)
            return ErrorCatalogue.RegistrationUnknown.With($"No relying party '{clientId}' is in force or was.");
        // What this node counted a moment ago is on the page already.
        await book.WriteAsync(counts, cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return ConformanceReport.Of(client, await counts.OfAsync(clientId, today.AddDays(1 - ConformanceReport.Days), cancellationToken), today);
    }

    // What one did is looked at most of all once it was suspended or ended: as it stood when it counted.
    private async Task<RelyingPartyOptions?> StoppedAsync(string clientId, CancellationToken cancellationToken)
    {
        if (await registrations.FindAsync(clientId, cancellationToken) is not { } registration
            || (await registrations.VersionsAsync(clientId, cancellationToken)).FirstOrDefault(version => version.State == VersionState.InForce) is not { } last)
            return null;
        return RegisteredClient.Of(new RegistrationInForce(registration, last)).TryGetValue(out var client) ? client.Options : null;
    }

    /// <summary>As a file for whoever keeps evidence: what was seen, without words of a language.</summary>
    public JsonObject Export(ConformanceReport report) => new()
    {
        ["issuer"] = hub.Value.Issuer, ["client_id"] = report.ClientId, ["from"] = report.From.ToString("O", CultureInfo.InvariantCulture), ["to"] = report.To.ToString("O", CultureInfo.InvariantCulture),
        ["made_at"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        ["checks"] = new JsonArray([.. report.Items.Select(item => new JsonObject
        {
            ["check"] = item.Rule.Id, ["name"] = item.Rule.Name.En, ["specification"] = item.Rule.Section,
            ["verdict"] = item.Verdict switch { ConformanceVerdict.Done => "done", ConformanceVerdict.ToDo => "to_do", _ => "not_seen" },
            ["seen_done"] = item.Good, ["seen_not_done"] = item.Bad, ["last_seen"] = item.LastAt?.ToString("O", CultureInfo.InvariantCulture),
        })]),
        ["refusals"] = new JsonArray([.. report.Refusals.Select(refusal => new JsonObject
        {
            ["code"] = refusal.Code, ["count"] = refusal.Count, ["last_seen"] = refusal.LastAt.ToString("O", CultureInfo.InvariantCulture),
        })]),
    };
}

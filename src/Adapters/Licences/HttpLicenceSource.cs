using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.AccountDirectory;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Licences;

/// <summary>Electronic licences over HTTP, in signed questions and answers.</summary>
internal sealed class HttpLicenceSource(
    SignedExchange exchange, IOptions<LicenceOptions> options, IOptions<AccountDirectoryOptions> directory) : ILicenceSource
{
    public const string HttpClient = "licences";

    public async Task<Outcome<IReadOnlyList<ElectronicLicence>>> FindAsync(
        string mainlandAccount, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken)
    {
        var answer = await exchange.AskAsync(Partner(), "licences/search", new JsonObject
        {
            ["operation"] = "licences",
            ["account"] = mainlandAccount,
            ["kinds"] = new JsonArray([.. kinds.Select(kind => (JsonNode)kind)]),
        }, cancellationToken);

        return answer.Then(payload => Read(payload, kinds));
    }

    private SignedPartner Partner()
    {
        var settings = options.Value;
        var registry = directory.Value;
        return new SignedPartner(
            HttpClient,
            new Uri(settings.BaseAddress),
            settings.SigningKey ?? registry.SigningKey,
            settings.Audience ?? registry.Audience ?? settings.BaseAddress,
            settings.Identity ?? registry.Identity,
            new Jurisdiction(registry.Jurisdiction),
            registry.EffectiveAlgorithms);
    }

    private static Outcome<IReadOnlyList<ElectronicLicence>> Read(JsonElement payload, IReadOnlyCollection<string> kinds)
    {
        try
        {
            ElectronicLicence[] licences =
            [
                .. payload.GetProperty("licences").EnumerateArray().Select(licence => new ElectronicLicence(
                    licence.GetProperty("kind").GetString() ?? throw new FormatException("kind"),
                    licence.GetProperty("attributes").EnumerateObject().ToDictionary(
                        attribute => attribute.Name,
                        attribute => attribute.Value.GetString() ?? throw new FormatException(attribute.Name),
                        StringComparer.Ordinal))),
            ];

            // What was not asked for is not taken in: nobody agreed to it.
            return Outcome<IReadOnlyList<ElectronicLicence>>.Of([.. licences.Where(licence => kinds.Contains(licence.Kind))]);
        }
        catch (Exception fault) when (JsonFaults.IsOne(fault))
        {
            return ErrorCatalogue.PartnerAnswerMalformed.With(fault.GetType().Name);
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Proactive.Evaluation;

namespace CrossBorder.Federation.Proactive;

/// <summary>What is kept of a resident who turned it on, to look while they are away.</summary>
/// <param name="Account">Their mainland account, which licences are asked for by; null where they have none, or let none be looked up.</param>
internal sealed record KeptFacts(IdentityFacts Identity, string? Account)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static KeptFacts Of(Applicant applicant, IReadOnlyCollection<string> licences) =>
        new(IdentityFacts.Of(applicant.Identity), licences.Count > 0 ? applicant.MainlandAccount : null);

    public static KeptFacts Read(string json) => JsonSerializer.Deserialize<KeptFacts>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static string Write(IReadOnlyList<UsedFact> used) => JsonSerializer.Serialize(used, Json);

    public static IReadOnlyList<UsedFact> ReadUsed(string json) => JsonSerializer.Deserialize<IReadOnlyList<UsedFact>>(json, Json)!;
}

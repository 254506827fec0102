using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CrossBorder.Federation.Accounts;

/// <summary>Consents as they go into the evidence of a case: with the text that the resident read, without who the resident is.</summary>
internal static class ConsentEvidence
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(IEnumerable<Consent> consents) => JsonSerializer.Serialize(
        consents.Where(consent => consent.WithdrawnAt is null).Select(ConsentBody.Of), Json);
}

using System.Text.Json;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Signing;

/// <summary>The document as people read it: made of the very text that is signed, with the catalogue's names for its codes.</summary>
/// <param name="Title">Of the item or bundle.</param>
/// <param name="Terms">Digest of what the catalogue says of it.</param>
internal sealed record SignedContents(string Title, string Applicant, string Declaration, string Terms, IReadOnlyList<SignedPart> Parts)
{
    public static SignedContents Read(ApplicationSigning signing, ICatalogue catalogue, PageLanguage language)
    {
        using var document = JsonDocument.Parse(signing.Document);
        var root = document.RootElement;
        return new(
            NameOf(catalogue, signing.EntryCode, language),
            root.GetProperty("applicant").GetProperty("name").GetString()!,
            root.GetProperty("declaration").GetString()!,
            root.GetProperty("terms").GetString()!,
            [.. root.GetProperty("parts").EnumerateArray().Select(part => PartOf(part, catalogue, language))]);
    }

    private static SignedPart PartOf(JsonElement part, ICatalogue catalogue, PageLanguage language)
    {
        var code = part.GetProperty("item").GetString()!;
        catalogue.TryGetItem(code, out var item);
        return new(
            code,
            NameOf(catalogue, code, language),
            item is null ? part.GetProperty("department").GetString()! : language[item.Department.Name],
            [.. part.GetProperty("form").EnumerateObject().Select(field => FieldOf(field, item, language))],
            [.. part.GetProperty("materials").EnumerateArray().Select(material => MaterialOf(material, item, language))]);
    }

    private static SignedLine FieldOf(JsonProperty value, ServiceItem? item, PageLanguage language)
    {
        var text = value.Value.GetString()!;
        return item?.Fields.FirstOrDefault(field => field.Name == value.Name) is { } known
            ? new(value.Name, language[known.Label], Apply.KnownFacts.Show(known, text, language))
            : new(value.Name, value.Name, text);
    }

    private static SignedLine MaterialOf(JsonElement material, ServiceItem? item, PageLanguage language)
    {
        var slug = material.GetProperty("slug").GetString()!;
        return new(
            slug,
            item?.Documents.FirstOrDefault(document => document.Slug == slug) is { } known ? language[known.Name] : slug,
            language[How(material.GetProperty("how").GetString()!)])
        {
            Commitment = material.TryGetProperty("commitment", out var commitment) ? commitment.GetString() : null,
        };
    }

    private static LocalizedText How(string how) => how switch
    {
        "Identity" => Apply.ApplyText.AsIdentity,
        "Licence" => Apply.ApplyText.AsFile,
        "Commitment" => SigningText.Committed,
        "Deferred" => SigningText.Later,
        _ => SigningText.Uploaded,
    };

    private static string NameOf(ICatalogue catalogue, string code, PageLanguage language) =>
        catalogue.Find(code).TryGetValue(out var entry) ? language[entry.Name] : code;
}

/// <summary>One item of what is signed.</summary>
internal sealed record SignedPart(string Code, string Name, string Department, IReadOnlyList<SignedLine> Fields, IReadOnlyList<SignedLine> Materials);

/// <summary>A field or a material of it.</summary>
/// <param name="Key">As the catalogue calls it.</param>
/// <param name="Value">What was filled in, or how the material is settled.</param>
internal sealed record SignedLine(string Key, string Label, string Value)
{
    /// <summary>Digest of the words that the resident commits to; null where they commit to nothing.</summary>
    public string? Commitment { get; init; }
}

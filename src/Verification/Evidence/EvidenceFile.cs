using System.Text.Encodings.Web;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Evidence;

/// <summary>The package as a file.</summary>
internal sealed record EvidenceFile(
    string Format,
    string CaseNumber,
    string Assertion,
    string Consent,
    string Application,
    IReadOnlyList<FiledDelivery> Deliveries,
    IReadOnlyList<FiledAnchor> Anchors,
    IReadOnlyList<byte[]> Intermediates,
    IReadOnlyList<byte[]> RevocationLists,
    string Seal,
    IReadOnlyList<string>? Commitments = null,
    FiledSigning? Signing = null)
{
    public const string CurrentFormat = "cross-border-evidence/1";

    /// <summary>Strict: names twice, missing members and nulls where none belong are refused.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        MaxDepth = 16,
    };

    public static Outcome<TPart> Read<TPart>(ReadOnlyMemory<byte> utf8) => StrictJson.Read(utf8, ErrorCatalogue.EvidenceMalformed, Read<TPart>);

    private static Outcome<TPart> Read<TPart>(JsonElement element)
    {
        if (element.HasHoles())
            return ErrorCatalogue.EvidenceMalformed.With("A list in it holds null.");

        try
        {
            return element.Deserialize<TPart>(Json) is { } part
                ? Outcome<TPart>.Of(part)
                : ErrorCatalogue.EvidenceMalformed.With("There is nothing in it.");
        }
        catch (JsonException exception)
        {
            return ErrorCatalogue.EvidenceMalformed.With($"It cannot be read at {exception.Path ?? "$"}.");
        }
    }
}

internal sealed record FiledDelivery(string Id, string Envelope, string? Receipt, IReadOnlyList<string> Keys, IReadOnlyList<string>? Events = null);

internal sealed record FiledAnchor(string Name, string Jurisdiction, IReadOnlyList<string> Purposes, byte[] Certificate);

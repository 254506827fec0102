using System.Text.Encodings.Web;
using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Audit;

/// <summary>The log as a file: JSON with every entry, every checkpoint, and what is needed to judge their signatures.</summary>
public static class AuditExport
{
    /// <summary>The value of the member <c>format</c>.</summary>
    public const string Format = "cross-border-audit/1";

    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a log. Entries are written as they are read.</summary>
    public static async Task WriteAsync(AuditContents contents, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        await using var json = new Utf8JsonWriter(output, Layout);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("origin", contents.Origin);
        json.WriteString("hash", contents.Hash.Name);
        json.WriteNumber("size", contents.Size);
        json.WriteStartArray("entries");
        foreach (var (record, hash) in contents.Entries)
        {
            json.WriteStartObject();
            json.WriteString("hash", contents.Hash.Write(hash));
            json.WritePropertyName("entry");
            json.WriteRawValue(record.ToCanonical());
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        Array(json, "checkpoints", contents.Checkpoints, json.WriteStringValue);
        Array(json, "intermediates", contents.Intermediates, certificate => json.WriteBase64StringValue(certificate.Der.Span));
        Array(json, "revocationLists", contents.RevocationAnswers.Lists, list => json.WriteBase64StringValue(list.Encoded.Span));
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    /// <summary>Reads a log; CB3070 where it is not as <see cref="WriteAsync"/> writes it. Nothing in it is believed yet.</summary>
    public static Outcome<AuditContents> Read(ReadOnlyMemory<byte> json) => StrictJson.Read(json, ErrorCatalogue.AuditMalformed, Read);

    private static Outcome<AuditContents> Read(JsonElement file)
    {
        if (file.StringOf("format") != Format)
            return ErrorCatalogue.AuditMalformed.With($"Its format is not '{Format}'.", "/format");
        if (file.StringOf("origin") is not { } origin || AuditJson.NumberOf(file, "size") is not { } size || !LogHash.TryGet(file.StringOf("hash"), out var hash))
            return ErrorCatalogue.AuditMalformed.With("It names no origin, no size, or no hash that is known.");

        return All(file, "entries", item => LinkOf(item, hash))
            .Then(entries => All(file, "checkpoints", item => item.ValueKind == JsonValueKind.String ? item.GetString() : null)
            .Then(checkpoints => All(file, "intermediates", item => Parsed(item, der => Certificate.Parse(der)))
            .Then(intermediates => All(file, "revocationLists", item => Parsed(item, der => CertificateRevocationList.Parse(der)))
            .Map(lists => new AuditContents
            {
                Origin = origin,
                Hash = hash,
                Size = size,
                Entries = entries,
                Checkpoints = checkpoints,
                Intermediates = intermediates,
                RevocationAnswers = new RevocationAnswers(lists),
            }))));
    }

    private static LinkedRecord? LinkOf(JsonElement item, LogHash hash) =>
        hash.TryRead(item.StringOf("hash"), out var stored) && item.TryGetProperty("entry", out var entry) && AuditJson.RecordOf(entry) is { } record
            ? new LinkedRecord(record, stored)
            : null;

    private static T? Parsed<T>(JsonElement item, Func<byte[], Outcome<T>> parse)
        where T : class =>
        item.ValueKind == JsonValueKind.String && item.TryGetBytesFromBase64(out var der) && parse(der).TryGetValue(out var parsed) ? parsed : null;

    private static Outcome<IReadOnlyList<T>> All<T>(JsonElement file, string name, Func<JsonElement, T?> read)
        where T : class
    {
        if (!file.TryGetProperty(name, out var array) || array.ValueKind != JsonValueKind.Array)
            return ErrorCatalogue.AuditMalformed.With($"It has no list of {name}.", "/" + name);

        var items = new List<T>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            if (read(item) is not { } value)
                return ErrorCatalogue.AuditMalformed.With($"Number {items.Count} of {name} cannot be read.", $"/{name}/{items.Count}");
            items.Add(value);
        }

        return Outcome<IReadOnlyList<T>>.Of(items);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }
}

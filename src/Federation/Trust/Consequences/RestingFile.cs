using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CrossBorder.Federation.Trust.Consequences;

internal enum RestingFormat
{
    /// <summary>RFC 4180, for a spreadsheet.</summary>
    Csv,

    /// <summary>One object, for a script.</summary>
    Json,
}

/// <summary>Writes a list as it is read: neither file nor list is ever whole in memory.</summary>
internal static class RestingFile
{
    private const int EnoughToSend = 32 * 1024;

    // What a spreadsheet would take for a formula begins with one of these.
    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r', '\n'];

    public static async Task WriteCsvAsync(IAsyncEnumerable<RestingItem> items, Stream file, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.NewLine = "\r\n";
        await writer.WriteLineAsync("kind,reference,party,at");
        await foreach (var item in items.WithCancellation(cancellationToken))
            await writer.WriteLineAsync(string.Join(',', Cell(item.Kind.ToString()), Cell(item.Reference), Cell(item.Party), Cell(Moment(item.At))));
    }

    public static async Task WriteJsonAsync(
        RestingSubject subject, DateTimeOffset takenAt, IAsyncEnumerable<RestingItem> items, Stream file, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(file);
        writer.WriteStartObject();
        writer.WriteString(subject.Key is null ? "certificate" : "key", subject.Name);
        writer.WriteString("takenAt", Moment(takenAt));
        writer.WriteStartArray("items");
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", item.Kind.ToString());
            writer.WriteString("reference", item.Reference);
            writer.WriteString("party", item.Party);
            writer.WriteString("at", item.At is null ? null : Moment(item.At));
            writer.WriteEndObject();
            if (writer.BytesPending > EnoughToSend)
                await writer.FlushAsync(cancellationToken);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
    }

    /// <summary>A value that no spreadsheet computes: an apostrophe before what would be a formula, and quotes wherever they are needed.</summary>
    internal static string Cell(string value)
    {
        var plain = value.Length > 0 && Formulas.Contains(value[0]) ? "'" + value : value;
        return plain.AsSpan().ContainsAny(",\"\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }

    private static string Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "";
}

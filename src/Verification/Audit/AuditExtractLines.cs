using System.Text.Json;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Audit;

/// <summary>The lines of an extract, read and not believed yet.</summary>
internal sealed class AuditExtractLines
{
    public required string Origin { get; init; }

    public required LogHash Hash { get; init; }

    public required long Size { get; init; }

    public required int Count { get; init; }

    public List<(LinkedRecord Linked, IReadOnlyList<byte[]>? Proof)> Entries { get; } = [];

    public List<string> Checkpoints { get; } = [];

    public List<Certificate> Intermediates { get; } = [];

    public RevocationAnswers RevocationAnswers => new(Lists);

    private List<CertificateRevocationList> Lists { get; } = [];

    public static Outcome<AuditExtractLines> Read(ReadOnlyMemory<byte> file)
    {
        AuditExtractLines? lines = null;
        var number = 0;
        foreach (var line in Split(file))
        {
            number++;
            var read = StrictJson.Read(line, ErrorCatalogue.AuditMalformed, element => lines is null ? Begin(element) : lines.Add(element));
            if (!read.TryGetValue(out lines))
                return read.Error with { Detail = $"Line {number}: {read.Error.Detail}" };
        }

        if (lines is null)
            return ErrorCatalogue.AuditMalformed.With("It is empty.");
        return lines.Entries.Count == lines.Count
            ? lines
            : ErrorCatalogue.AuditMalformed.With($"It says that it holds {lines.Count} entries; {lines.Entries.Count} are there.");
    }

    /// <summary>The size that a checkpoint speaks of, its signature not looked at; -1 where it cannot be read.</summary>
    public static long SizeOf(string compact)
    {
        var parts = compact.Split('.');
        return parts.Length == 3 && Base64Url.TryDecode(parts[1], out var payload) ? Checkpoint.Read(payload).Match(checkpoint => checkpoint.Size, _ => -1) : -1;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> file)
    {
        while (!file.IsEmpty)
        {
            var end = file.Span.IndexOf((byte)'\n');
            yield return end < 0 ? file : file[..end];
            file = end < 0 ? default : file[(end + 1)..];
        }
    }

    private static Outcome<AuditExtractLines> Begin(JsonElement line) =>
        line.StringOf("format") == AuditExtract.Format && line.StringOf("origin") is { } origin && LogHash.TryGet(line.StringOf("hash"), out var hash)
        && AuditJson.NumberOf(line, "size") is { } size && AuditJson.NumberOf(line, "entries") is { } count and <= int.MaxValue
            ? new AuditExtractLines { Origin = origin, Hash = hash, Size = size, Count = (int)count }
            : ErrorCatalogue.AuditMalformed.With("It does not begin as an extract does.");

    private Outcome<AuditExtractLines> Add(JsonElement line)
    {
        if (line.StringOf("checkpoint") is { } checkpoint)
            Checkpoints.Add(checkpoint);
        else if (Bytes(line, "intermediate") is { } certificate && Certificate.Parse(certificate).TryGetValue(out var intermediate))
            Intermediates.Add(intermediate);
        else if (Bytes(line, "revocationList") is { } encoded && CertificateRevocationList.Parse(encoded).TryGetValue(out var list))
            Lists.Add(list);
        else if (Hash.TryRead(line.StringOf("hash"), out var stored) && line.TryGetProperty("entry", out var entry) && AuditJson.RecordOf(entry) is { } record)
            return Add(line, new LinkedRecord(record, stored));
        else
            return ErrorCatalogue.AuditMalformed.With("It cannot be read.");
        return this;
    }

    private Outcome<AuditExtractLines> Add(JsonElement line, LinkedRecord linked)
    {
        if (!line.TryGetProperty("proof", out var array))
        {
            Entries.Add((linked, null));
            return this;
        }

        var proof = new List<byte[]>();
        if (array.ValueKind != JsonValueKind.Array)
            return ErrorCatalogue.AuditMalformed.With("Its proof is no list.");
        foreach (var node in array.EnumerateArray())
        {
            if (node.ValueKind != JsonValueKind.String || !Hash.TryRead(node.GetString(), out var hash))
                return ErrorCatalogue.AuditMalformed.With("Its proof holds something other than hashes.");
            proof.Add(hash);
        }

        Entries.Add((linked, proof));
        return this;
    }

    private static byte[]? Bytes(JsonElement line, string name) =>
        line.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.TryGetBytesFromBase64(out var bytes) ? bytes : null;
}

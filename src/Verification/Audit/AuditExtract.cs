using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Audit;

/// <summary>
/// A choice of entries as JSON Lines, each with its proof of inclusion (RFC 9162 section 2.1.3) in the latest signed checkpoint: who
/// holds it proves what is in it without holding the whole log. It cannot prove that nothing was left out of the choice; the whole log can.
/// </summary>
public static class AuditExtract
{
    /// <summary>The value of the member <c>format</c> of the first line.</summary>
    public const string Format = "cross-border-audit-extract/1";

    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a file begins as an extract does. Nothing else of it is looked at.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Encoding.ASCII.GetBytes($"{{\"format\":\"{Format}\""));

    /// <summary>Writes the entries that were chosen.</summary>
    /// <param name="contents">The whole log: the proofs are made of all its hashes.</param>
    /// <param name="chosen">Which entries.</param>
    /// <param name="filter">What they were chosen by, for the reader; no personal data.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many entries were written.</returns>
    public static async Task<int> WriteAsync(
        AuditContents contents, Func<AuditRecord, bool> chosen, IReadOnlyDictionary<string, string> filter, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(output);
        var tree = new MerkleTree(contents.Hash);
        var entries = new List<LinkedRecord>();
        foreach (var entry in contents.Entries)
        {
            tree.Append(entry.Hash);
            if (chosen(entry.Record))
                entries.Add(entry);
        }

        var sized = contents.Checkpoints.Select(compact => (Compact: compact, Size: AuditExtractLines.SizeOf(compact))).Where(item => item.Size <= tree.Size).ToList();
        var covered = sized.Count == 0 ? 0 : sized.Max(item => item.Size);
        await LineAsync(output, json =>
        {
            json.WriteString("format", Format);
            json.WriteString("origin", contents.Origin);
            json.WriteString("hash", contents.Hash.Name);
            json.WriteNumber("size", covered);
            json.WriteNumber("entries", entries.Count);
            json.WriteStartObject("filter");
            foreach (var (name, value) in filter)
                json.WriteString(name, value);
            json.WriteEndObject();
        }, cancellationToken);
        foreach (var (record, hash) in entries)
            await LineAsync(output, json =>
            {
                json.WriteString("hash", contents.Hash.Write(hash));
                json.WritePropertyName("entry");
                json.WriteRawValue(record.ToCanonical());
                if (record.Sequence >= covered)
                    return;

                json.WriteStartArray("proof");
                foreach (var node in tree.InclusionProof(record.Sequence, covered))
                    json.WriteStringValue(contents.Hash.Write(node));
                json.WriteEndArray();
            }, cancellationToken);
        foreach (var (compact, _) in sized.Where(item => item.Size == covered))
            await LineAsync(output, json => json.WriteString("checkpoint", compact), cancellationToken);
        foreach (var certificate in contents.Intermediates)
            await LineAsync(output, json => json.WriteBase64String("intermediate", certificate.Der.Span), cancellationToken);
        foreach (var list in contents.RevocationAnswers.Lists)
            await LineAsync(output, json => json.WriteBase64String("revocationList", list.Encoded.Span), cancellationToken);
        return entries.Count;
    }

    /// <summary>Verifies an extract offline. Refusals: CB3070 to CB3072, and CB3001 to CB3021 on checkpoints.</summary>
    /// <param name="extract">The file.</param>
    /// <param name="anchors">Whom the reader believes; anchors for <see cref="TrustPurpose.HubSigning"/> count.</param>
    public static AuditReport Verify(ReadOnlyMemory<byte> extract, TrustList anchors)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        return AuditExtractLines.Read(extract).Match(lines => Verify(lines, anchors), errors => new AuditReport([], errors, []));
    }

    private static AuditReport Verify(AuditExtractLines lines, TrustList anchors)
    {
        var findings = new AuditFindings();
        var contents = new AuditContents
        {
            Origin = lines.Origin, Hash = lines.Hash, Size = lines.Size, Entries = [], Checkpoints = lines.Checkpoints,
            Intermediates = lines.Intermediates, RevocationAnswers = lines.RevocationAnswers,
        };
        var checkpoint = CheckpointExamination.Run(contents, anchors, findings).FirstOrDefault(held => held.Size == lines.Size);
        if (checkpoint is null || !lines.Hash.TryRead(checkpoint.Root, out var root))
        {
            findings.Fail(ErrorCatalogue.CheckpointDisagrees.With($"No checkpoint over {lines.Size} entries holds: nothing of this extract is signed."));
            return findings.ToReport();
        }

        var proved = 0;
        foreach (var (linked, proof) in lines.Entries)
        {
            var sequence = linked.Record.Sequence;
            if (!linked.Record.HashWith(lines.Hash).AsSpan().SequenceEqual(linked.Hash))
                findings.Fail(ErrorCatalogue.AuditLinkBroken.With($"Entry {sequence} is not what was linked."));
            else if (proof is null)
                findings.Note($"Entry {sequence} is linked, but no checkpoint covers it yet: it is not proved.");
            else if (!MerkleProof.VerifyInclusion(lines.Hash, linked.Hash, sequence, lines.Size, proof, root))
                findings.Fail(ErrorCatalogue.AuditLinkBroken.With($"Entry {sequence} does not stand in the log that was signed."));
            else
                proved++;
        }

        if (!findings.AnyFailure)
            findings.Prove($"{proved} of {lines.Entries.Count} entries stand, each in its place, in the log of {lines.Size} entries that '{checkpoint.Origin}' signed at {checkpoint.At:u}.");
        findings.Note("An extract does not show what was left out of it: verify the whole log for that.");
        return findings.ToReport();
    }

    private static async Task LineAsync(Stream output, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        await using (var json = new Utf8JsonWriter(line, Layout))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        await output.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancellationToken);
    }
}

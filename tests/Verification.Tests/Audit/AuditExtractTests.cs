using System.Text;
using CrossBorder.Verification.Audit;

namespace CrossBorder.Verification.Tests.Audit;

/// <summary>A part of a log that proves itself, and every way to make it say something else.</summary>
public sealed class AuditExtractTests
{
    private readonly AuditLogFixture log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chosen_entries_prove_that_they_stand_in_the_log_that_was_signed()
    {
        var lines = await WriteAsync(2, 5, 7);
        var report = Verify(lines);
        Assert.Empty(report.Failures);
        Assert.Contains(report.Proved, sentence => sentence.StartsWith("3 of 3", StringComparison.Ordinal));
        Assert.Equal(1, lines.Count(line => line.Contains("\"size\":8", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_entry_that_no_checkpoint_covers_yet_is_told_to_be_unproved()
    {
        var report = Verify(await WriteAsync(9));
        Assert.Empty(report.Failures);
        Assert.Contains(report.Notes, note => note.Contains("Entry 9", StringComparison.Ordinal));
        Assert.Contains(report.Proved, sentence => sentence.StartsWith("0 of 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("subject-5", "subject-6", "CB3071")]
    [InlineData("\"sequence\":5", "\"sequence\":4", "CB3071")]
    [InlineData("\"size\":8", "\"size\":4", "CB3072")]
    [InlineData("\"size\":8", "\"size\":9", "CB3072")]
    [InlineData("\"entries\":2", "\"entries\":3", "CB3070")]
    [InlineData("localhost:5080", "localhost:6080", "CB3072")]
    [InlineData("\"proof\":[\"", "\"proof\":[\"x", "CB3070")]
    public async Task What_was_changed_does_not_hold(string before, string after, string code)
    {
        var lines = (await WriteAsync(2, 5)).Select(line => line.Replace(before, after, StringComparison.Ordinal)).ToList();
        Assert.Contains(Verify(lines).Failures, failure => failure.Code == code);
    }

    [Fact]
    public async Task Without_its_checkpoint_or_an_entry_or_the_readers_anchor_nothing_is_proved()
    {
        var lines = await WriteAsync(2, 5);
        Assert.Contains(Verify([.. lines.Where(line => !line.StartsWith("{\"checkpoint\"", StringComparison.Ordinal))]).Failures, failure => failure.Code == "CB3072");
        Assert.Contains(Verify([.. lines.Where(line => !line.Contains("subject-2", StringComparison.Ordinal))]).Failures, failure => failure.Code == "CB3070");
        Assert.False(AuditExtract.Verify(Bytes(lines), new Verification.Trust.TrustList([])).Holds);
    }

    private AuditReport Verify(IReadOnlyList<string> lines) => AuditVerifier.Verify(Bytes(lines), log.Trust);

    private static byte[] Bytes(IReadOnlyList<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    private async Task<List<string>> WriteAsync(params long[] sequences)
    {
        using var file = new MemoryStream();
        var written = await AuditExtract.WriteAsync(
            log.Contents, record => sequences.Contains(record.Sequence), new Dictionary<string, string> { ["kind"] = "link.confirmed" }, file, Stop);
        Assert.Equal(sequences.Length, written);
        return [.. Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}

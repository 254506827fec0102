using System.Text;
using CrossBorder.Verification.Audit;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Audit;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>A file that is said to be an audit log may hold anything: a report is made of it in any case.</summary>
public sealed class AuditDamageTests
{
    private readonly AuditLogFixture log = new();

    [Fact]
    public async Task An_export_of_any_content_gives_a_report_with_codes()
    {
        var good = (await log.ExportAsync()).ToJsonString();
        DamagedJson.Of(good).Sample(damaged => Report(Encoding.UTF8.GetBytes(damaged)), iter: Rounds.Some);
        DamagedBytes.Of(Encoding.UTF8.GetBytes(good)).Sample(damaged => Report(damaged), iter: Rounds.Some);
        Gen.Byte.Array[0, 400].Sample(bytes => !Report(bytes).Holds, iter: Rounds.Some);
    }

    [Fact]
    public void A_checkpoint_that_the_hub_signed_over_any_content_gives_a_report_with_codes()
    {
        var chain = new AuditChain(log.Hash);
        foreach (var entry in log.Entries)
            chain.Append(entry.Record);
        var good = Encoding.UTF8.GetString(log.CheckpointOf(chain).ToCanonical());
        DamagedJson.Of(good).Sample(damaged => Judge(Encoding.UTF8.GetBytes(damaged)), iter: Rounds.Some);
        DamagedBytes.Of(Encoding.UTF8.GetBytes(good)).Sample(Judge, iter: Rounds.Some);
        foreach (var end in new[] { "0001-01-01T00:00:00.0000000Z", "9999-12-31T23:59:59.9999999Z" })
            Judge(Encoding.UTF8.GetBytes(good.Replace("2026-06-01T08:10:00.0000000Z", end, StringComparison.Ordinal)));

        void Judge(byte[] payload) => Coded(AuditVerifier.Verify(
            log.Contents with { Checkpoints = [.. log.Checkpoints, Jws.Sign(log.Sm2, Checkpoint.Type, payload)] }, log.Trust));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"entries\":")]
    [InlineData("{\"entries\":[{\"entry\":")]
    public void An_export_nested_without_end_is_refused_with_CB3070(string level)
    {
        var deep = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(level, 200_000)));
        Assert.Equal("CB3070", Assert.Single(AuditVerifier.Verify(deep, log.Trust).Failures).Code);
    }

    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("1e400")]
    [InlineData("-1")]
    public async Task An_export_with_a_size_or_sequence_beyond_all_logs_is_refused_with_CB3070(string number)
    {
        var text = (await log.ExportAsync()).ToJsonString();
        foreach (var member in new[] { "\"size\":10", "\"sequence\":3" })
        {
            var changed = text.Replace(member, member.Split(':')[0] + ":" + number, StringComparison.Ordinal);
            Assert.NotEqual(text, changed);
            Assert.Equal("CB3070", Assert.Single(Report(Encoding.UTF8.GetBytes(changed)).Failures).Code);
        }
    }

    private AuditReport Report(byte[] file) => Coded(AuditVerifier.Verify(file, log.Trust));

    private static AuditReport Coded(AuditReport report)
    {
        Assert.All(report.Failures, error => Assert.StartsWith("CB30", error.Code, StringComparison.Ordinal));
        return report;
    }
}

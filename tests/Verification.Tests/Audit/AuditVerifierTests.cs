using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Audit;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Audit;

public sealed class AuditVerifierTests
{
    private readonly AuditLogFixture log = new();

    [Fact]
    public void An_entry_has_one_spelling()
    {
        const string expected = """
            {"actor":"resident","at":"2026-06-01T08:00:00.0000000Z","details":{"a":"\"quoted\"\n","z":"後"},"kind":"link.confirmed","previous":"sm3:1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b","sequence":0,"subject":"subject-0","trace":"0af7651916cd43dd8448eb211c80319c"}
            """;
        Assert.Equal(expected, Encoding.UTF8.GetString(log.Entries[0].Record.ToCanonical()));
        Assert.DoesNotContain("trace", Encoding.UTF8.GetString(log.Entries[1].Record.ToCanonical()), StringComparison.Ordinal);
    }

    [Theory, InlineData("sm3"), InlineData("sha256")]
    public async Task A_whole_log_holds_and_says_what_it_proves(string name)
    {
        Assert.True(LogHash.TryGet(name, out var hash));
        var fixture = new AuditLogFixture(hash);
        var file = Encoding.UTF8.GetBytes((await fixture.ExportAsync()).ToJsonString());

        foreach (var report in new[] { fixture.Verify(), AuditVerifier.Verify(file, fixture.Trust) })
        {
            Assert.Empty(report.Failures);
            Assert.Contains(report.Proved, sentence => sentence.Contains("10 entries", StringComparison.Ordinal));
            Assert.Contains(report.Proved, sentence => sentence.Contains("covers 8 entries", StringComparison.Ordinal));
            Assert.Contains(report.Notes, note => note.StartsWith("Entries from 8 on (2)", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_changed_entry_is_named_with_CB3071_and_the_checkpoints_over_it_fail_with_CB3072()
    {
        Change(5, entry => entry with { Subject = "somebody-else" });
        var failures = log.Verify().Failures;
        Assert.Equal("Entry 5 is not what was linked: it was changed, or what stood before it was.", Assert.Single(failures, error => error.Code == "CB3071").Detail);
        Assert.Equal(2, failures.Count(error => error.Code == "CB3072"));
    }

    [Fact]
    public void A_changed_entry_whose_hash_was_made_anew_breaks_the_link_behind_it_CB3071()
    {
        var changed = log.Entries[5].Record with { Kind = "link.refused" };
        log.Entries[5] = new LinkedRecord(changed, changed.HashWith(log.Hash));
        Assert.Contains(log.Verify().Failures, error => error.Code == "CB3071" && error.Detail.StartsWith("Entry 6 does not follow", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_written_anew_to_its_end_is_not_what_was_signed_CB3072()
    {
        var chain = new AuditChain(log.Hash);
        for (var number = 0; number < 10; number++)
            log.Entries[number] = chain.Append(AuditLogFixture.Entry(number) with { Actor = number == 2 ? "hub" : "resident" });
        var failures = log.Verify().Failures;
        Assert.Equal(4, failures.Count);
        Assert.All(failures, error => Assert.Equal("CB3072", error.Code));
    }

    [Theory, InlineData(0), InlineData(4), InlineData(6)]
    public void A_removed_entry_is_named_with_CB3071(int number)
    {
        log.Entries.RemoveAt(number);
        Assert.Contains(log.Verify().Failures, error => error.Code == "CB3071" && error.Detail == $"Entry {number} is missing.");
    }

    [Fact]
    public void Two_entries_that_changed_places_are_named_with_CB3071()
    {
        var (third, sixth) = (log.Entries[3].Record, log.Entries[6].Record);
        Change(3, entry => sixth with { Sequence = entry.Sequence, Previous = entry.Previous });
        Change(6, entry => third with { Sequence = entry.Sequence, Previous = entry.Previous });
        var named = log.Verify().Failures.Where(error => error.Code == "CB3071").Select(error => error.Detail.Split(' ')[1]);
        Assert.Equal(["3", "6"], named);
    }

    [Fact]
    public void An_end_that_was_cut_off_behind_a_checkpoint_is_found_with_CB3072()
    {
        log.Entries.RemoveRange(7, 3);
        log.Size = 7;
        var failures = log.Verify().Failures;
        Assert.Equal(2, failures.Count);
        Assert.All(failures, error => Assert.Contains("only 7 are there", error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void Entries_that_the_keeper_counts_and_does_not_show_are_missed_with_CB3071()
    {
        log.Entries.RemoveAt(9);
        Assert.Equal("There are 9 entries; the keeper of the log counts 10.", Assert.Single(log.Verify().Failures).Detail);
    }

    [Fact]
    public void A_log_that_nobody_signed_proves_nothing_CB3072()
    {
        log.Checkpoints.Clear();
        Assert.Equal("CB3072", Assert.Single(log.Verify().Failures).Code);
    }

    [Fact]
    public void An_empty_log_holds()
    {
        log.Entries.Clear();
        log.Checkpoints.Clear();
        log.Size = 0;
        Assert.True(log.Verify().Holds);
    }

    [Fact]
    public void A_checkpoint_that_was_changed_does_not_hold_CB3005_or_is_no_message()
    {
        var changed = log.Checkpoints[2];
        log.Checkpoints[2] = changed[..^2] + (changed[^2] == 'A' ? 'B' : 'A') + changed[^1];
        var failure = Assert.Single(log.Verify().Failures);
        Assert.StartsWith("CB300", failure.Code, StringComparison.Ordinal);
        Assert.Equal("/checkpoints/2", failure.Pointer);
    }

    [Fact]
    public void A_checkpoint_by_a_stranger_a_revoked_key_or_for_another_hub_is_refused_CB3010_CB3013_CB3021_CB3072()
    {
        var chain = new AuditChain(log.Hash);
        foreach (var entry in log.Entries.Take(9))
            chain.Append(entry.Record);
        var checkpoint = log.CheckpointOf(chain);

        Assert.Equal("CB3010", CodeOf(checkpoint, new AuditLogFixture().Sm2));
        Assert.Equal("CB3021", CodeOf(checkpoint, log.Signer(AlgorithmCatalogue.ES256, "http://localhost:5999/")));
        Assert.Equal("CB3072", CodeOf(checkpoint with { Origin = "http://localhost:5999/" }, log.Signer(AlgorithmCatalogue.ES256, "http://localhost:5999/")));
        Assert.Equal("CB3072", CodeOf(checkpoint with { Root = LogHash.Sha256.Write(chain.Root) }, log.Rsa));
        Assert.Equal("CB3072", CodeOf(checkpoint with { At = checkpoint.At.AddDays(-1) }, log.Rsa));
        Assert.Equal("CB3006", CodeOf(Jws.Sign(log.Rsa, "cross-border-evidence+jws", checkpoint.ToCanonical())));
        Assert.Equal("CB3070", CodeOf(Jws.Sign(log.Rsa, Checkpoint.Type, [.. checkpoint.ToCanonical(), (byte)' '])));
        log.Revoke(log.Rsa);
        Assert.Equal("CB3013", CodeOf(checkpoint, log.Rsa));
    }

    [Fact]
    public void Anchors_that_are_not_for_hubs_do_not_count_CB3010()
    {
        var trust = new TrustList([log.Trust.Anchors[0] with { Purposes = new HashSet<TrustPurpose> { TrustPurpose.ReceiptSigning } }]);
        Assert.Contains(AuditVerifier.Verify(log.Contents, trust).Failures, error => error.Code == "CB3010");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"format":"cross-border-audit/1","format":"cross-border-audit/1"}""")]
    [InlineData("""{"format":"cross-border-audit/1","origin":"o","hash":"md5","size":0,"entries":[],"checkpoints":[],"intermediates":[],"revocationLists":[]}""")]
    [InlineData("""{"format":"cross-border-audit/1","origin":"o","hash":"sm3","size":0,"entries":[{}],"checkpoints":[],"intermediates":[],"revocationLists":[]}""")]
    [InlineData("""{"format":"cross-border-audit/1","origin":"o","hash":"sm3","size":0,"entries":[],"checkpoints":[null],"intermediates":[],"revocationLists":[]}""")]
    [InlineData("""{"format":"cross-border-audit/1","origin":"o","hash":"sm3","size":0,"entries":[],"checkpoints":[],"intermediates":["AA=="],"revocationLists":[]}""")]
    public void Something_else_is_refused_with_CB3070(string file) =>
        Assert.Equal("CB3070", Assert.Single(AuditVerifier.Verify(Encoding.UTF8.GetBytes(file), log.Trust).Failures).Code);

    [Fact]
    public async Task No_member_of_an_entry_can_change_go_or_come_without_being_found()
    {
        var names = (await log.ExportAsync())["entries"]![2]!["entry"]!.AsObject().Select(member => member.Key).ToList();
        Assert.Equal(8, names.Count);
        foreach (var name in names)
        {
            await SpoiltAsync(entry => entry[name] = Other(entry[name]!));
            await SpoiltAsync(entry => entry.Remove(name));
        }

        await SpoiltAsync(entry => entry["more"] = "x");
        await SpoiltAsync(entry => entry["details"]!["more"] = "x");
        await SpoiltAsync(entry => entry["details"]!["a"] = 1);
        await SpoiltAsync(entry => entry["trace"] = null);

        async Task SpoiltAsync(Action<JsonObject> spoil)
        {
            var file = await log.ExportAsync();
            spoil(file["entries"]![2]!["entry"]!.AsObject());
            Assert.False(AuditVerifier.Verify(Encoding.UTF8.GetBytes(file.ToJsonString()), log.Trust).Holds);
        }
    }

    private static JsonNode Other(JsonNode node) => node switch
    {
        JsonObject => new JsonObject { ["a"] = "other" },
        _ when node.GetValueKind() == System.Text.Json.JsonValueKind.Number => 7,
        _ => node.GetValue<string>() is var text && text.EndsWith('Z') ? text[..^2] + "1Z" : text + "0",
    };

    private void Change(int number, Func<AuditRecord, AuditRecord> change) =>
        log.Entries[number] = log.Entries[number] with { Record = change(log.Entries[number].Record) };

    private string CodeOf(Checkpoint checkpoint, SoftwareSigningKey key) => CodeOf(checkpoint.Sign(key));

    private string CodeOf(string compact)
    {
        log.Checkpoints.Add(compact);
        var code = log.Verify().Failures[^1].Code;
        log.Checkpoints.RemoveAt(log.Checkpoints.Count - 1);
        return code;
    }
}

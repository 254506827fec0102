using System.Diagnostics;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust;

/// <summary>Officers change trust: on both databases, on several nodes, with every step in the audit log.</summary>
public sealed class OfficerTrustTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Reason = "The authority was renewed in May.";
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Certificate Root => Certificate.Parse(File.ReadAllBytes(departments.Pki.CertificateFile("hk-root"))).Value;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_anchor_is_believed_once_two_officers_agreed_and_for_what_they_said(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        var change = await ProposeAsync(desk, Admission());
        await desk.LookAsync();
        Assert.Empty(desk.Material.TrustList.Anchors);

        Assert.Equal("CB6103", (await desk.AsOfficerAsync(trust => trust.ApproveAsync(change.Id, "officer-a", Stop))).Error.Code);
        Assert.True((await desk.AsOfficerAsync(trust => trust.ApproveAsync(change.Id, "officer-b", Stop))).Succeeded);
        await desk.LookAsync();

        var anchor = Assert.Single(desk.Material.TrustList.Anchors);
        Assert.Equal(Jurisdiction.HongKong, anchor.Jurisdiction);
        Assert.Equal([TrustPurpose.AssertionSigning], anchor.Purposes);
        Assert.Equal(["trust.proposed", "trust.approved", "trust.began"], await AuditAsync(desk));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_nobody_confirms_is_rolled_back_on_every_node(string database)
    {
        await using var first = await TrustDesk.OpenAsync(database, clock);
        await using var second = await TrustDesk.OpenAsync(first.Connection, clock);
        var change = await ProposeAsync(first, Admission(), TimeSpan.FromMinutes(10));
        await first.AsOfficerAsync(trust => trust.ApproveAsync(change.Id, "officer-b", Stop));
        await first.LookAsync();
        await second.LookAsync();
        Assert.Single(second.Material.TrustList.Anchors);

        clock.Advance(TimeSpan.FromMinutes(10));
        await second.LookAsync();
        await first.LookAsync();

        Assert.Empty(first.Material.TrustList.Anchors);
        Assert.Empty(second.Material.TrustList.Anchors);
        Assert.Equal("trust.rolled_back", (await AuditAsync(first)).Last());
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_suspension_ends_when_it_is_resumed_and_a_revocation_never(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        await DecideAsync(desk, TrustChangeKind.Suspend);
        Assert.Contains(Root.Sha256Thumbprint, desk.Material.TrustList.Distrusted);
        await DecideAsync(desk, TrustChangeKind.Resume);
        Assert.Empty(desk.Material.TrustList.Distrusted);
        await DecideAsync(desk, TrustChangeKind.Revoke);

        Assert.Contains(Root.Sha256Thumbprint, desk.Material.TrustList.Distrusted);
        foreach (var kind in Enum.GetValues<TrustChangeKind>().Where(kind => kind != TrustChangeKind.Admit))
            Assert.Equal("CB6108", (await desk.AsOfficerAsync(trust => trust.ProposeAsync(new TrustProposal(kind, Root.Sha256Thumbprint, Reason), "officer-a", Stop))).Error.Code);
    }

    [Fact]
    public async Task An_overturned_emergency_gives_trust_back()
    {
        await using var desk = await TrustDesk.OpenAsync("SQLite", clock);
        var change = (await desk.AsOfficerAsync(trust => trust.RevokeNowAsync(Root.Sha256Thumbprint, Reason, "officer-a", Stop))).Value;
        await desk.LookAsync();
        Assert.Contains(Root.Sha256Thumbprint, desk.Material.TrustList.Distrusted);

        Assert.Equal("CB6103", (await desk.AsOfficerAsync(trust => trust.RollBackAsync(change.Id, "officer-a", Stop))).Error.Code);
        Assert.True((await desk.AsOfficerAsync(trust => trust.RollBackAsync(change.Id, "officer-b", Stop))).Succeeded);
        await desk.LookAsync();

        Assert.Empty(desk.Material.TrustList.Distrusted);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Of_two_officers_who_decide_at_once_one_is_told_CB6106_and_leaves_no_trace(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        var change = await ProposeAsync(desk, Admission());

        var codes = await desk.UseAsync<OfficerTrust, string>(async slow =>
        {
            // The slow officer has read the change before the quick one decides.
            return await desk.UseAsync<ITrustChanges, string>(async store =>
            {
                var read = (await store.FindAsync(change.Id, Stop))!;
                Assert.True((await slow.ApproveAsync(change.Id, "officer-b", Stop)).Succeeded);
                read.Refuse("officer-c", clock.GetUtcNow());
                return (await store.SaveAsync(Stop)).Error.Code;
            });
        });

        Assert.Equal("CB6106", codes);
        var stored = Assert.Single(await desk.UseAsync<ITrustChanges, IReadOnlyList<TrustChange>>(store => store.AllAsync(Stop)));
        Assert.Equal((TrustChangeState.Approved, "officer-b"), (stored.State, stored.DecidedBy));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_proposal_after_a_refused_one_says_anew_what_the_certificate_is_admitted_as(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        var wrong = await ProposeAsync(desk, Admission() with { Jurisdiction = Jurisdiction.Guangdong, Name = "Wrong place" });
        await desk.AsOfficerAsync(trust => trust.RefuseAsync(wrong.Id, "officer-b", Stop));

        var right = await ProposeAsync(desk, Admission());
        await desk.AsOfficerAsync(trust => trust.ApproveAsync(right.Id, "officer-b", Stop));
        await desk.LookAsync();

        var anchor = Assert.Single(desk.Material.TrustList.Anchors);
        Assert.Equal((Jurisdiction.HongKong, "Hong Kong root"), (anchor.Jurisdiction, anchor.Name));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Of_two_proposals_of_one_certificate_at_once_one_is_told_CB6106_and_changes_nothing(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);

        var code = await desk.UseAsync<ITrustChanges, string>(async slow =>
        {
            // The slow officer has looked before the quick one proposes, so that nothing but the database stands between.
            await ProposeAsync(desk, Admission());
            slow.Add(TrustChange.Propose(new TrustProposal(TrustChangeKind.Admit, Root.Sha256Thumbprint, Reason), "officer-c", clock.GetUtcNow()).Value);
            await slow.PutAsync((Admission() with { Jurisdiction = Jurisdiction.Guangdong }).ToRow(clock.GetUtcNow()), Stop);
            return (await slow.SaveAsync(Stop)).Error.Code;
        });

        Assert.Equal("CB6106", code);
        var stored = Assert.Single(await desk.UseAsync<ITrustChanges, IReadOnlyList<TrustCertificate>>(store => store.CertificatesAsync(Stop)));
        Assert.Equal("HK", stored.Jurisdiction);
    }

    [Fact]
    public async Task What_is_known_what_is_no_authority_and_what_does_not_exist_is_refused()
    {
        await using var desk = await TrustDesk.OpenAsync("SQLite", clock);
        await ProposeAsync(desk, Admission());

        Assert.Equal("CB6109", (await TryProposeAsync(desk, Admission())).Error.Code);
        Assert.Equal("CB6107", (await TryProposeAsync(desk, Admission() with { Name = " " })).Error.Code);
        Assert.Equal("CB6107", (await TryProposeAsync(desk, Admission() with { Jurisdiction = null })).Error.Code);
        Assert.Equal("CB6107", (await TryProposeAsync(desk, Admission() with { Certificate = Leaf() })).Error.Code);
        Assert.Equal("CB6110", (await desk.AsOfficerAsync(trust => trust.ApproveAsync(Guid.NewGuid(), "officer-b", Stop))).Error.Code);
        Assert.Equal("CB6108", (await desk.AsOfficerAsync(trust => trust.ProposeAsync(
            new TrustProposal(TrustChangeKind.Resume, Root.Sha256Thumbprint, Reason), "officer-a", Stop))).Error.Code);
    }

    [Fact]
    public async Task A_node_that_starts_knows_what_was_revoked_before_it_serves()
    {
        await using var first = await TrustDesk.OpenAsync("SQLite", clock);
        await first.AsOfficerAsync(trust => trust.RevokeNowAsync(Root.Sha256Thumbprint, Reason, "officer-a", Stop));

        await using var restarted = await TrustDesk.OpenAsync(first.Connection, clock);
        await restarted.Worker.StartAsync(Stop);

        Assert.Contains(Root.Sha256Thumbprint, restarted.Material.TrustList.Distrusted);
        await restarted.Worker.StopAsync(Stop);
    }

    [Fact]
    public async Task A_revocation_on_one_node_reaches_another_while_both_run()
    {
        await using var first = await TrustDesk.OpenAsync("PostgreSQL", TimeProvider.System);
        await using var second = await TrustDesk.OpenAsync(first.Connection, TimeProvider.System);
        await first.Worker.StartedAsync(Stop);
        await second.Worker.StartedAsync(Stop);

        var began = Stopwatch.GetTimestamp();
        await first.AsOfficerAsync(trust => trust.RevokeNowAsync(Root.Sha256Thumbprint, Reason, "officer-a", Stop));
        await Waiting.UntilAsync(() => first.Material.TrustList.Distrusted.Contains(Root.Sha256Thumbprint) && second.Material.TrustList.Distrusted.Contains(Root.Sha256Thumbprint),
            "both nodes distrust the authority", Stop);

        TestContext.Current.TestOutputHelper?.WriteLine($"Out of trust on both nodes after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms.");
        await first.Worker.StopAsync(Stop);
        await second.Worker.StopAsync(Stop);
    }

    private Admission Admission() => new(Root, "Hong Kong root", Jurisdiction.HongKong, new HashSet<TrustPurpose> { TrustPurpose.AssertionSigning });

    private Certificate Leaf() => Certificate.ParseMany(File.ReadAllText(departments.Pki.CertificateFile("hub-sm2"))).Value[0];

    private static async Task<TrustChange> ProposeAsync(TrustDesk desk, Admission admission, TimeSpan? window = null) =>
        (await TryProposeAsync(desk, admission, window)).Value;

    private static Task<Outcome<TrustChange>> TryProposeAsync(TrustDesk desk, Admission admission, TimeSpan? window = null) =>
        desk.AsOfficerAsync(trust => trust.ProposeAdmissionAsync(admission,
            new TrustProposal(TrustChangeKind.Admit, admission.Certificate.Sha256Thumbprint, Reason, null, window), "officer-a", Stop));

    private async Task DecideAsync(TrustDesk desk, TrustChangeKind kind)
    {
        var change = (await desk.AsOfficerAsync(trust => trust.ProposeAsync(new TrustProposal(kind, Root.Sha256Thumbprint, Reason), "officer-a", Stop))).Value;
        Assert.True((await desk.AsOfficerAsync(trust => trust.ApproveAsync(change.Id, "officer-b", Stop))).Succeeded);
        // What is in force since the same moment has no order.
        clock.Advance(TimeSpan.FromSeconds(1));
        await desk.LookAsync();
    }

    private static Task<List<string>> AuditAsync(TrustDesk desk) =>
        desk.UseAsync<HubDbContext, List<string>>(context => context.Set<AuditEntry>().OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync(Stop));
}

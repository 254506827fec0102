using System.Diagnostics;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Consequences;

/// <summary>What a change of trust does to what rests on it: rehearsed before, done after, undone with it.</summary>
public sealed class ConsequenceTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Reason = "The authority reported a stolen key.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_revocation_ends_sessions_and_tokens_holds_deliveries_back_with_CB6120_and_lets_them_go_when_it_is_overturned(string database)
    {
        await using var desk = await OpenAsync(database);
        await desk.LookAsync();
        Assert.Equal((true, 2, DeliveryStatus.Queued), await Resting.StandAsync(desk));

        var change = await RevokeAsync(desk, "hk-intermediate");
        await desk.LookAsync();
        await desk.LookAsync();

        // Another resident's token is touched by none of it.
        Assert.Equal((false, 1, DeliveryStatus.Quarantined), await Resting.StandAsync(desk));
        Assert.Equal([TrustEffectKind.SessionEnded, TrustEffectKind.DeliveryQuarantined], await Resting.EffectsAsync(desk, change.Id));
        Assert.Equal(ErrorCatalogue.DeliveryQuarantined.Code, await desk.UseAsync<HubDbContext, string?>(
            async context => (await context.Set<Delivery>().AsNoTracking().SingleAsync(Stop)).LastFault));

        await desk.AsOfficerAsync(trust => trust.RollBackAsync(change.Id, "officer-b", Stop));
        await desk.LookAsync();

        Assert.Equal((false, 1, DeliveryStatus.Queued), await Resting.StandAsync(desk));
        Assert.Contains(TrustEffectKind.DeliveryReleased, await Resting.EffectsAsync(desk, change.Id));
    }

    [Theory, InlineData("SQLite", false), InlineData("PostgreSQL", false), InlineData("SQLite", true), InlineData("PostgreSQL", true)]
    public async Task What_waits_for_its_turn_is_held_too_and_then_waits_or_goes_out_if_its_turn_came_meanwhile(string database, bool came)
    {
        await using var desk = await OpenAsync(database);
        await desk.LookAsync();
        await desk.UseAsync<HubDbContext, int>(context =>
        {
            var now = TimeProvider.System.GetUtcNow();
            context.Add(new Delivery
            {
                Id = "follower", ApplicationId = "case", Department = "gd-mhsa", Item = "j", Payload = "{}", QueuedAt = now, DueAt = now,
                After = "delivery", Status = DeliveryStatus.Waiting,
            });
            return context.SaveChangesAsync(Stop);
        });
        var change = await RevokeAsync(desk, "hk-intermediate");
        await desk.LookAsync();
        var held = await FollowerAsync();
        // A receipt that was under way counts.
        if (came)
            await desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>().Where(row => row.Id == "delivery")
                .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Status, DeliveryStatus.Accepted), Stop));

        await desk.AsOfficerAsync(trust => trust.RollBackAsync(change.Id, "officer-b", Stop));
        await desk.LookAsync();

        Assert.Equal(DeliveryStatus.Quarantined, held);
        Assert.Equal(came ? DeliveryStatus.Queued : DeliveryStatus.Waiting, await FollowerAsync());

        Task<DeliveryStatus> FollowerAsync() => desk.UseAsync<HubDbContext, DeliveryStatus>(
            context => context.Set<Delivery>().Where(row => row.Id == "follower").Select(row => row.Status).SingleAsync(Stop));
    }

    [Theory]
    [InlineData("hk-root", true)]
    [InlineData("hk-intermediate", true)]
    [InlineData("home-rs256", true)]
    [InlineData("home-es256", false)]
    [InlineData("gd-root", false)]
    public async Task A_rehearsal_says_beforehand_what_then_happens(string certificate, bool breaks)
    {
        await using var desk = await OpenAsync("SQLite");
        await desk.LookAsync();
        var proposal = (await desk.AsOfficerAsync(trust => trust.ProposeAsync(
            new TrustProposal(TrustChangeKind.Revoke, Fingerprint(certificate), Reason), "officer-a", Stop))).Value;

        var said = await RehearseAsync(desk, proposal);
        Assert.Equal((true, 2, DeliveryStatus.Queued), await Resting.StandAsync(desk));
        await desk.AsOfficerAsync(trust => trust.ApproveAsync(proposal.Id, "officer-b", Stop));
        await desk.LookAsync();

        var stands = await Resting.StandAsync(desk);
        Assert.Equal(breaks ? (1, 1, 1L, 1.0) : (0, 0, 0L, 0.0), (said.Sessions, said.Deliveries, said.WouldBreak, said.Share));
        string[] clients = breaks ? ["yueshengshi"] : [];
        string[] homes = breaks ? [Records.Judged.Home.Name] : [];
        Assert.Equal(clients, said.RelyingParties);
        Assert.Equal(homes, said.Homes);
        Assert.Equal((said.Sessions == 0, said.Deliveries == 1), (stands.Live, stands.Delivery == DeliveryStatus.Quarantined));
    }

    [Fact]
    public async Task A_rehearsed_resumption_says_what_would_hold_again()
    {
        await using var desk = await OpenAsync("SQLite");
        var suspension = (await desk.AsOfficerAsync(trust => trust.ProposeAsync(
            new TrustProposal(TrustChangeKind.Suspend, Fingerprint("hk-root"), Reason), "officer-a", Stop))).Value;
        await desk.AsOfficerAsync(trust => trust.ApproveAsync(suspension.Id, "officer-b", Stop));
        await desk.LookAsync();
        await desk.LoadRevocationAsync(departments.Pki);

        var said = await desk.UseAsync<RehearseChange, Rehearsal>(rehearse => rehearse.RollBackAsync(suspension, 7, Stop));

        Assert.Equal((0L, 1L), (said.WouldBreak, said.WouldHold));
    }

    [Fact]
    public async Task One_node_revokes_and_the_other_ends_what_rests_on_it_while_both_run()
    {
        await using var first = await OpenAsync("PostgreSQL");
        await using var second = await TrustDesk.OpenAsync(first.Connection, TimeProvider.System, Settings());
        await second.Worker.StartAsync(Stop);
        await second.Worker.StartedAsync(Stop);

        var began = Stopwatch.GetTimestamp();
        // The first node's worker does not run: it may have died with the officer's request.
        var change = await RevokeAsync(first, "hk-root");
        await Waiting.UntilAsync(async () => second.Material.TrustList.Distrusted.Contains(Fingerprint("hk-root")) && !(await Resting.StandAsync(first)).Live,
            "the other node ends what rests on it", Stop);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Refused, ended and quarantined by the other node after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms.");
        Assert.Equal((false, 1, DeliveryStatus.Quarantined), await Resting.StandAsync(first));
        await first.LookAsync();
        Assert.Equal([TrustEffectKind.SessionEnded, TrustEffectKind.DeliveryQuarantined], await Resting.EffectsAsync(first, change.Id));
        Assert.NotEmpty(await first.UseAsync<ITrustDependents, IReadOnlyList<TrustTaking>>(dependents => dependents.TakingsAsync(change.Id, Stop)));
        await second.Worker.StopAsync(Stop);
    }

    [Fact]
    public async Task A_node_that_has_not_heard_of_a_revocation_releases_nothing_that_another_quarantined()
    {
        await using var first = await OpenAsync("PostgreSQL");
        await using var second = await TrustDesk.OpenAsync(first.Connection, TimeProvider.System, Settings());
        await second.LookAsync();
        var before = await second.UseAsync<ITrustChanges, long>(changes => changes.EpochAsync(Stop));

        var change = await RevokeAsync(first, "hk-intermediate");
        await first.LookAsync();
        await first.LookAsync();
        Assert.Equal((false, 1, DeliveryStatus.Quarantined), await Resting.StandAsync(first));

        // It settles by the list and the number that it knows; as it would between two of its looks.
        Assert.DoesNotContain(Fingerprint("hk-intermediate"), second.Material.TrustList.Distrusted);
        Assert.Equal(0, await second.UseAsync<SettleTrust, int>(settle => settle.RunAsync(second.Material.TrustList, before, Stop)));
        Assert.Equal((false, 1, DeliveryStatus.Quarantined), await Resting.StandAsync(first));

        // Once it has heard, it settles the same; and a roll-back that it hears of it carries out.
        await second.LookAsync();
        Assert.Equal(DeliveryStatus.Quarantined, (await Resting.StandAsync(first)).Delivery);
        await first.AsOfficerAsync(trust => trust.RollBackAsync(change.Id, "officer-b", Stop));
        await second.LookAsync();
        Assert.Equal(DeliveryStatus.Queued, (await Resting.StandAsync(first)).Delivery);
    }

    private async Task<TrustDesk> OpenAsync(string database)
    {
        var desk = await TrustDesk.OpenAsync(database, TimeProvider.System, Settings());
        await Resting.PutAsync(desk, departments.Pki, TimeProvider.System.GetUtcNow());
        return desk;
    }

    private TrustOptions Settings() => new()
    {
        Anchors =
        [
            new AnchorOptions { Name = "Hong Kong", Jurisdiction = "HK", Purposes = ["AssertionSigning"], CertificateFile = departments.Pki.CertificateFile("hk-root") },
            new AnchorOptions { Name = "Guangdong", Jurisdiction = "CN-GD", Purposes = ["ReceiptSigning"], CertificateFile = departments.Pki.CertificateFile("gd-root") },
        ],
        Intermediates = [departments.Pki.CertificateFile("hk-intermediate"), departments.Pki.CertificateFile("gd-intermediate")],
    };

    private string Fingerprint(string name) => Certificate.ParseMany(File.ReadAllText(departments.Pki.CertificateFile(name))).Value[0].Sha256Thumbprint;

    private async Task<TrustChange> RevokeAsync(TrustDesk desk, string name) =>
        (await desk.AsOfficerAsync(trust => trust.RevokeNowAsync(Fingerprint(name), Reason, "officer-a", Stop))).Value;

    private static Task<Rehearsal> RehearseAsync(TrustDesk desk, TrustChange change) =>
        desk.UseAsync<RehearseChange, Rehearsal>(rehearse => rehearse.BeginAsync(change, 7, Stop));
}

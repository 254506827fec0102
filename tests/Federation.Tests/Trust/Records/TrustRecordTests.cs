using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Records;

/// <summary>What is kept of a judgement, for how long, and how much of it a stranger can cause; on both databases.</summary>
public sealed class TrustRecordTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_acceptance_is_found_by_every_certificate_of_its_path(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        await AcceptAsync(desk);

        foreach (var name in new[] { "home-rs256", "hk-intermediate", "hk-root" })
        {
            var fingerprint = Fingerprint(name);
            Assert.Single(await desk.UseAsync<ITrustUsage, IReadOnlyList<TrustPath>>(usage => usage.PathsAsync(fingerprint, Stop)));
            Assert.NotNull(await desk.UseAsync<ITrustUsage, SeenCertificate?>(usage => usage.CertificateAsync(fingerprint, Stop)));
            var last = (await LastAsync(desk, name))!;
            Assert.InRange((clock.GetUtcNow() - last.At).Duration(), TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
            Assert.NotNull(last.Node);
        }

        Assert.Null(await LastAsync(desk, "gd-root"));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Refusals_are_counted_by_hour_and_code_and_with_their_chain_only_where_the_signature_holds(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        for (var round = 0; round < 3; round++)
            await JudgeAsync(desk, Judged.Refused(departments.Pki, ErrorCatalogue.ChainUntrusted.With("")));
        await JudgeAsync(desk, Judged.Unsigned(ErrorCatalogue.SignatureInvalid.With("")));
        await AcceptAsync(desk);

        var counts = await desk.UseAsync<ITrustUsage, IReadOnlyList<TrustCount>>(usage => usage.CountsAsync(clock.GetUtcNow(), Stop));
        Assert.Equal(
            [(null, 1L), (ErrorCatalogue.SignatureInvalid.Code, 1L), (ErrorCatalogue.ChainUntrusted.Code, 3L)],
            counts.Select(count => (count.Code, count.Count)));
        Assert.All(counts, count => Assert.Equal((Hours.Of(clock.GetUtcNow()), Judged.Home.Name), (count.Hour, count.Party)));
        var refused = Assert.Single(await desk.UseAsync<ITrustUsage, IReadOnlyList<PathUse>>(usage => usage.RefusalsAsync(clock.GetUtcNow(), 10, Stop)));
        Assert.Equal(3, refused.Count);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_was_refused_for_its_content_is_no_acceptance_of_its_chain_and_hides_no_later_one(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        await JudgeAsync(desk, Judged.RefusedForItsContent(departments.Pki, clock.GetUtcNow(), ErrorCatalogue.AssertionExpired.With("")));
        Assert.False((await desk.UseAsync<HubDbContext, TrustPath>(context => context.Set<TrustPath>().SingleAsync(Stop))).WasAccepted);
        Assert.Empty(await desk.UseAsync<ITrustUsage, IReadOnlyList<TrustPath>>(usage => usage.AcceptedPathsAsync(Stop)));
        Assert.Null(await LastAsync(desk, "home-rs256"));

        await AcceptAsync(desk);
        var root = Fingerprint("hk-root");
        Assert.NotNull(await desk.UseAsync<ITrustUsage, SeenCertificate?>(usage => usage.CertificateAsync(root, Stop)));
        Assert.NotNull(await LastAsync(desk, "home-rs256"));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_stranger_with_ever_new_certificates_fills_no_database(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        for (var number = 0; number < 20; number++)
            await JudgeAsync(desk, Judged.ByStranger($"stranger {number}", ErrorCatalogue.ChainUntrusted.With("")));

        var rows = await desk.UseAsync<HubDbContext, List<TrustRefusal>>(context => context.Set<TrustRefusal>().ToListAsync(Stop));
        Assert.Equal(TrustDesk.RefusalsTold + 1, rows.Count);
        Assert.Equal(20, rows.Sum(row => row.Count));
        Assert.Equal(20 - TrustDesk.RefusalsTold, rows.Single(row => row.Path.Length == 0).Count);
        Assert.Equal(TrustDesk.RefusalsTold, await SeenAsync(desk));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Records_go_after_their_time_and_the_last_use_of_a_certificate_stays(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        await AcceptAsync(desk);
        await JudgeAsync(desk, Judged.ByStranger("stranger", ErrorCatalogue.ChainUntrusted.With("")));
        var used = (await LastAsync(desk, "home-rs256"))!.At;

        clock.Advance(TimeSpan.FromDays(31));
        await PruneAsync(desk);

        Assert.Empty(await desk.UseAsync<HubDbContext, List<TrustRecord>>(context => context.Set<TrustRecord>().ToListAsync(Stop)));
        Assert.Empty(await desk.UseAsync<HubDbContext, List<TrustRefusal>>(context => context.Set<TrustRefusal>().ToListAsync(Stop)));
        Assert.Equal(new LastAcceptance(used, null), await LastAsync(desk, "home-rs256"));
        Assert.Equal(3, await SeenAsync(desk));

        clock.Advance(TimeSpan.FromDays(400));
        await PruneAsync(desk);

        Assert.Equal(0, await desk.UseAsync<HubDbContext, int>(context => context.Set<TrustPath>().CountAsync(Stop)));
        Assert.Equal(0, await SeenAsync(desk));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_strangers_were_refused_for_is_read_by_no_settlement_and_by_a_rehearsal_only_as_far_as_its_bound(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        await AcceptAsync(desk);
        for (var round = 0; round < 2; round++)
            await JudgeAsync(desk, Judged.Refused(departments.Pki, ErrorCatalogue.ChainUntrusted.With("")));
        for (var number = 0; number < 5; number++)
            await JudgeAsync(desk, Judged.ByStranger($"stranger {number}", ErrorCatalogue.ChainUntrusted.With("")));

        var accepted = Assert.Single(await desk.UseAsync<ITrustUsage, IReadOnlyList<TrustPath>>(usage => usage.AcceptedPathsAsync(Stop)));
        var dependents = await desk.UseAsync<ITrustDependents, Dependents>(store => store.FindAsync(clock.GetUtcNow(), Stop));
        var seen = await desk.UseAsync<ITrustUsage, IReadOnlyList<SeenCertificate>>(usage => usage.CertificatesAsync([accepted], Stop));
        var refusals = await desk.UseAsync<ITrustUsage, IReadOnlyList<PathUse>>(usage => usage.RefusalsAsync(clock.GetUtcNow(), 3, Stop));

        Assert.Equal(accepted.Id, Assert.Single(dependents.Paths).Id);
        Assert.Equal(3, seen.Count);
        // Those that came most often are told first.
        Assert.Equal([2L, 1L, 1L], refusals.Select(refusal => refusal.Count));
    }

    [Fact]
    public void Settings_that_cannot_be_meant_are_refused_with_CB1001()
    {
        foreach (var options in new[]
        {
            new TrustRecordOptions { Keep = TimeSpan.FromHours(1) }, new TrustRecordOptions { KeepCertificates = TimeSpan.FromDays(1) },
            new TrustRecordOptions { RehearseDays = 31 }, new TrustRecordOptions { RefusalsTold = 1 },
        })
            Assert.Contains(ErrorCatalogue.SettingInvalid.Code, new TrustRecordOptionsValidator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
        Assert.True(new TrustRecordOptionsValidator().Validate(null, new TrustRecordOptions()).Succeeded);
    }

    private string Fingerprint(string name) => Certificate.ParseMany(File.ReadAllText(departments.Pki.CertificateFile(name))).Value[0].Sha256Thumbprint;

    private Task<LastAcceptance?> LastAsync(TrustDesk desk, string name) =>
        desk.UseAsync<ITrustUsage, LastAcceptance?>(usage => usage.LastAcceptanceAsync(Fingerprint(name), Stop));

    private static Task<int> SeenAsync(TrustDesk desk) => desk.UseAsync<HubDbContext, int>(context => context.Set<SeenCertificate>().CountAsync(Stop));

    private static Task<TrustUse?> JudgeAsync(TrustDesk desk, Judgement<bool> judgement) =>
        desk.UseAsync<TrustRecorder, TrustUse?>(recorder => recorder.JudgedAsync(Judged.Home, judgement, Stop));

    private async Task AcceptAsync(TrustDesk desk)
    {
        var use = (await JudgeAsync(desk, Judged.Accepted(departments.Pki, TimeProvider.System.GetUtcNow())))!;
        await desk.UseAsync<ITrustRecords, bool>(async records =>
        {
            records.Add(use, new TrustReference("yueshengshi", "session"));
            await records.SaveAsync(Stop);
            return true;
        });
    }

    private Task<bool> PruneAsync(TrustDesk desk) => desk.UseAsync<ITrustRecords, bool>(async records =>
    {
        var now = clock.GetUtcNow();
        await records.PruneAsync(now.AddDays(-30), now.AddDays(-400), Stop);
        return true;
    });
}

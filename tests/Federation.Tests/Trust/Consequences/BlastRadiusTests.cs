using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.Trust.Records;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Verifications;
using CrossBorder.Verification.Crypto;
using OpenIddict.EntityFrameworkCore.Models;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Consequences;

/// <summary>What rests on a certificate is counted for every certificate of the chain, and for no other.</summary>
public sealed class BlastRadiusTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite", "hk-root")]
    [InlineData("SQLite", "hk-intermediate")]
    [InlineData("SQLite", "home-rs256")]
    [InlineData("PostgreSQL", "hk-root")]
    public async Task All_that_rests_on_a_certificate_of_the_chain_is_counted(string database, string certificate)
    {
        await using var desk = await OpenAsync(database);

        var radius = await OfAsync(desk, certificate, TimeProvider.System.GetUtcNow());

        Assert.Equal([Judged.Home.Name], radius.Parties);
        // Another resident's token rests on nothing of this.
        Assert.Equal((1, 1, 1, 1, 1), (radius.SignIns, radius.LatestSignIns, radius.Links, radius.Sessions, radius.Tokens));
        Assert.Equal((1, 1, 0, 0), (radius.Applications, radius.Deliveries, radius.Receipts, radius.Events));
    }

    [Theory, InlineData("SQLite", "home-es256"), InlineData("PostgreSQL", "gd-root")]
    public async Task Nothing_rests_on_a_certificate_that_nothing_was_accepted_over(string database, string certificate)
    {
        await using var desk = await OpenAsync(database);

        var radius = await OfAsync(desk, certificate, TimeProvider.System.GetUtcNow());

        Assert.Empty(radius.Parties);
        Assert.Equal(0, radius.SignIns + radius.Links + radius.Sessions + radius.Tokens + radius.Applications + radius.Deliveries + radius.Receipts + radius.Events);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task After_eight_days_the_sign_in_is_no_late_one_and_the_session_is_over_and_the_application_stays(string database)
    {
        await using var desk = await OpenAsync(database);

        var radius = await OfAsync(desk, "hk-root", TimeProvider.System.GetUtcNow().AddDays(8));

        Assert.Equal((1, 0, 0, 0, 1), (radius.SignIns, radius.LatestSignIns, radius.Sessions, radius.Tokens, radius.Applications));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_is_listed_is_what_is_counted_and_names_ids_alone(string database)
    {
        await using var desk = await OpenAsync(database);
        var root = Fingerprint("hk-root");

        var items = await ListAsync(desk, new RestingSubject("hk-root", root, null));

        Assert.Equal(
            [RestingKind.SignIn, RestingKind.AccountLink, RestingKind.Session, RestingKind.Token, RestingKind.Application, RestingKind.Delivery],
            items.Select(item => item.Kind));
        Assert.Equal(["link", "session", "CB-1", "delivery"], items.Where(item => item.Kind is not (RestingKind.SignIn or RestingKind.Token)).Select(item => item.Reference));
        Assert.DoesNotContain(items, item => item.Reference.Contains("resident", StringComparison.Ordinal));
        Assert.Empty(await ListAsync(desk, new RestingSubject("gd-root", Fingerprint("gd-root"), null)));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_was_signed_with_a_key_of_the_hub_is_counted_and_listed_and_what_another_key_signed_is_not(string database)
    {
        await using var desk = await OpenAsync(database);
        var now = TimeProvider.System.GetUtcNow();
        await SignedAsync(desk, "one", now);
        var life = new HubKeyLife("one", ["yueshengshi"], now.AddDays(-2), now.AddDays(-1));

        var made = await desk.UseAsync<IBlastRadius, KeyRadius>(radius => radius.OfKeyAsync(life, now, Stop));
        // Of four tokens one was issued too early, one too late and one to somebody else; an attestation has expired.
        Assert.Equal(new KeyRadius(1, 1, 1, 1, 1), made);
        var items = await ListAsync(desk, new RestingSubject("one", null, life));
        Assert.Equal([RestingKind.Token, RestingKind.Envelope, RestingKind.Attestation, RestingKind.Checkpoint], items.Select(item => item.Kind));
        Assert.Equal(["one-delivery", "attestation", "7"], items.Skip(1).Select(item => item.Reference));

        var never = await desk.UseAsync<IBlastRadius, KeyRadius>(radius => radius.OfKeyAsync(life with { Id = "two", SignedFrom = null }, now, Stop));
        Assert.Equal(new KeyRadius(0, 0, 0, 0, 0), never);
    }

    private static Task<int> SignedAsync(TrustDesk desk, string key, DateTimeOffset now) => desk.UseAsync<HubDbContext, int>(context =>
    {
        var clients = new[] { "yueshengshi", "another" }.Select(id => new OpenIddictEntityFrameworkCoreApplication { ClientId = id }).ToList();
        context.AddRange(clients);
        foreach (var (client, days) in new[] { (0, -1.5), (0, -2.5), (0, -0.5), (1, -1.5) })
            context.Add(new OpenIddictEntityFrameworkCoreToken
            {
                Application = clients[client], Status = "valid", Type = "urn:ietf:params:oauth:token-type:access_token", CreationDate = now.AddDays(days).UtcDateTime,
            });
        var application = context.Set<Application>().Single();
        application.Deliveries.Add(new Delivery { Id = "one-delivery", ApplicationId = application.Id, Department = "gd-tax", Item = "i", Payload = "{}", QueuedAt = now, DueAt = now, EnvelopeKey = key });
        context.Add(new LiveAttestation { Id = "attestation", KeyId = key, ClientId = "bank", IssuedAt = now, ExpiresAt = now.AddMinutes(1) });
        context.Add(new LiveAttestation { Id = "expired", KeyId = key, ClientId = "bank", IssuedAt = now.AddDays(-1), ExpiresAt = now.AddMinutes(-1) });
        context.Add(new AuditCheckpoint { Size = 7, KeyId = key, At = now, Compact = "c" });
        return context.SaveChangesAsync(Stop);
    });

    private static Task<List<RestingItem>> ListAsync(TrustDesk desk, RestingSubject subject) => desk.UseAsync<IBlastRadius, List<RestingItem>>(
        async radius => await radius.ListAsync(subject, TimeProvider.System.GetUtcNow(), Stop).ToListAsync(Stop));

    private async Task<TrustDesk> OpenAsync(string database)
    {
        var desk = await TrustDesk.OpenAsync(database, TimeProvider.System, new TrustOptions());
        await Resting.PutAsync(desk, departments.Pki, TimeProvider.System.GetUtcNow());
        return desk;
    }

    private Task<BlastRadius> OfAsync(TrustDesk desk, string certificate, DateTimeOffset now) =>
        desk.UseAsync<IBlastRadius, BlastRadius>(radius => radius.OfAsync(Fingerprint(certificate), now, Stop));

    private string Fingerprint(string certificate) =>
        Certificate.ParseMany(File.ReadAllText(departments.Pki.CertificateFile(certificate))).Value[0].Sha256Thumbprint;
}

using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.Trust.Records;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Verification.Crypto;
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
        Assert.Equal((1, 1, 1, 1), (radius.SignIns, radius.LatestSignIns, radius.Sessions, radius.Tokens));
        Assert.Equal((1, 1, 0, 0), (radius.Applications, radius.Deliveries, radius.Receipts, radius.Events));
    }

    [Theory, InlineData("SQLite", "home-es256"), InlineData("PostgreSQL", "gd-root")]
    public async Task Nothing_rests_on_a_certificate_that_nothing_was_accepted_over(string database, string certificate)
    {
        await using var desk = await OpenAsync(database);

        var radius = await OfAsync(desk, certificate, TimeProvider.System.GetUtcNow());

        Assert.Empty(radius.Parties);
        Assert.Equal(0, radius.SignIns + radius.Sessions + radius.Tokens + radius.Applications + radius.Deliveries + radius.Receipts + radius.Events);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task After_eight_days_the_sign_in_is_no_late_one_and_the_session_is_over_and_the_application_stays(string database)
    {
        await using var desk = await OpenAsync(database);

        var radius = await OfAsync(desk, "hk-root", TimeProvider.System.GetUtcNow().AddDays(8));

        Assert.Equal((1, 0, 0, 0, 1), (radius.SignIns, radius.LatestSignIns, radius.Sessions, radius.Tokens, radius.Applications));
    }

    private async Task<TrustDesk> OpenAsync(string database)
    {
        var desk = await TrustDesk.OpenAsync(database, TimeProvider.System, new TrustOptions());
        await Resting.PutAsync(desk, departments.Pki, TimeProvider.System.GetUtcNow());
        return desk;
    }

    private Task<BlastRadius> OfAsync(TrustDesk desk, string certificate, DateTimeOffset now) =>
        desk.UseAsync<IBlastRadius, BlastRadius>(radius => radius.OfAsync(
            Certificate.ParseMany(File.ReadAllText(departments.Pki.CertificateFile(certificate))).Value[0].Sha256Thumbprint, now, Stop));
}

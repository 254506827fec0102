using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Licences;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Proactive;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Electronic licences are looked up once for an application, however many steps it takes.</summary>
public sealed class OneLookTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Signed = "gd-re-007";

    private readonly RegistryAsked registry = new()
    {
        Held = { ["property-certificate"] = new() { ["number"] = "GD-PROPERTY-1" }, ["loan-clearance"] = [] },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Form_signing_and_filing_look_once_and_the_next_application_looks_anew(string database)
    {
        await using var desk = await OpenAsync(database);
        var request = await Uploads.CompleteAsync(desk, Signed) with { ClientId = null };

        var form = (await PrefillAsync(desk)).Value;
        Assert.Equal("GD-PROPERTY-1", form.Values["property_no"]);
        await PrefillAsync(desk);
        var signing = await desk.UseAsync<SignApplication, Outcome<ApplicationSigning>>(sign => sign.BeginAsync(People.Applicant(), request, "en", Stop));
        // What the registry says now is no reason to sign again: what was shown is what is filed.
        registry.Held["property-certificate"]["number"] = "GD-PROPERTY-2";
        await SignAsync(desk, signing.Value.Id);
        Assert.True((await desk.SubmitAsync(request with { Signing = signing.Value.Id })).Succeeded);

        Assert.Single(registry.Asked);
        Assert.Equal("GD-PROPERTY-2", (await PrefillAsync(desk)).Value.Values["property_no"]);
        Assert.Equal(2, registry.Asked.Count);
    }

    [Fact]
    public async Task What_was_found_is_storedand_good_under_its_consent_alone_and_not_for_long()
    {
        await using var desk = await OpenAsync("SQLite");
        await PrefillAsync(desk);
        await PrefillAsync(desk, "another-consent");
        Assert.Equal(2, registry.Asked.Count);
        var stored = await desk.UseAsync<HubDbContext, List<byte[]>>(context => context.Database.SqlQuery<byte[]>($"""SELECT "Content" AS "Value" FROM "LicenceSnapshots" """).ToListAsync(Stop));
        Assert.Equal(2, stored.Count);
        Assert.All(stored, content => Assert.DoesNotContain("GD-PROPERTY", System.Text.Encoding.UTF8.GetString(content), StringComparison.Ordinal));

        var over = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        await desk.UseAsync<HubDbContext, int>(context => context.Set<LicenceSnapshot>().ExecuteUpdateAsync(row => row.SetProperty(snapshot => snapshot.ExpiresAt, over), Stop));
        await PrefillAsync(desk);
        Assert.Equal(3, registry.Asked.Count);
    }

    private Task<ApplicationsDesk> OpenAsync(string database) => ApplicationsDesk.OpenAsync(
        departments, database, worker: false, more: services => services.AddSingleton<ILicenceSource>(registry));

    private static Task<Outcome<PrefilledForm>> PrefillAsync(ApplicationsDesk desk, string? consent = null) =>
        desk.UseAsync<ISubmitApplication, Outcome<PrefilledForm>>(submit =>
            submit.PrefillAsync(consent is null ? People.Applicant() : People.Applicant() with { LicenceConsent = consent }, Signed, Stop));

    private static Task<bool> SignAsync(ApplicationsDesk desk, string id) => desk.UseAsync<IApplicationSignings, bool>(async signings =>
    {
        var row = (await signings.FindAsync(id, Stop))!;
        var proof = new SigningProof(row.Id, row.Digest, row.Document, TimeProvider.System.GetUtcNow()) { Confirmation = "stated", Assertion = "asserted" };
        (row.State, row.Proof, row.VerifiedAt) = (SigningState.Signed, proof.Write(), proof.VerifiedAt);
        return await signings.TrySaveAsync(Stop);
    });
}

using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.Catalogue;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Signing;

/// <summary>What can be filed with a signing, on the database; nobody signs in here, and no home offers signatures.</summary>
public sealed class SigningRuleTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string ByStepUp = "gd-re-007";
    private const string ByHand = "gd-no-003";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_that_takes_a_signature_of_ones_own_tells_at_once_that_the_home_offers_none()
    {
        await using var desk = await OpenAsync("SQLite");
        var request = await Uploads.CompleteAsync(desk, ByHand);
        Assert.Equal(("CB5175", "digital"), Of((await desk.SubmitAsync(request)).Error));
        Assert.Equal("CB4071", (await BeginAsync(desk, request)).Error.Code);
        // And what is wrong with the application itself is told before anybody signs.
        Assert.Equal("CB5010", (await BeginAsync(desk, request with { Form = new Dictionary<string, string>() })).Errors.Select(error => error.Code).Distinct().Single());

        static (string, string) Of(Error error) => (error.Code, error.Detail);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task One_signature_files_one_application_even_at_the_same_moment(string database)
    {
        await using var desk = await OpenAsync(database);
        var request = await Uploads.CompleteAsync(desk, ByStepUp);
        var signing = (await BeginAsync(desk, request)).Value;
        await SignAsync(desk, signing);

        var filed = await Task.WhenAll(Enumerable.Range(0, 4).Select(attempt =>
            Task.Run(() => desk.SubmitAsync(request with { Signing = signing.Id, IdempotencyKey = $"{signing.Id}-{attempt}" }))));

        Assert.Single(filed, outcome => outcome.Succeeded);
        Assert.All(filed.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal("CB5180", outcome.Error.Code));
        var made = filed.Single(outcome => outcome.Succeeded).Value.CaseNumber;
        Assert.Equal(made, await desk.UseAsync<IApplicationSignings, string?>(signings => signings.CaseOfAsync(signing.Id, Stop)));
    }

    [Fact]
    public async Task What_took_too_long_is_refused_with_CB5179_and_another_residents_with_CB5176()
    {
        await using var desk = await OpenAsync("SQLite");
        var request = await Uploads.CompleteAsync(desk, ByStepUp);
        var unsigned = (await BeginAsync(desk, request)).Value;
        var late = (await BeginAsync(desk, request)).Value;
        await SignAsync(desk, late);
        var before = TimeProvider.System.GetUtcNow().AddMinutes(-31);
        await desk.UseAsync<HubDbContext, int>(context => context.Set<ApplicationSigning>().ExecuteUpdateAsync(
            row => row.SetProperty(signing => signing.ExpiresAt, before).SetProperty(signing => signing.VerifiedAt, before), Stop));

        Assert.Equal("CB5179", (await desk.SubmitAsync(request with { Signing = unsigned.Id })).Error.Code);
        Assert.Equal("CB5179", (await desk.SubmitAsync(request with { Signing = late.Id })).Error.Code);
        Assert.Equal("CB5176", (await desk.SubmitAsync(request with { Signing = "unknown" })).Error.Code);
        Assert.Equal("CB5176", (await desk.SubmitAsync(request with { Signing = late.Id, ClientId = "another-client" })).Error.Code);
        Assert.Equal("CB5176", (await desk.SubmitAsync(request with { Signing = late.Id }, People.Applicant() with { ResidentId = "resident-r2" })).Error.Code);
    }

    [Fact]
    public void A_bundle_is_signed_as_the_strictest_of_its_online_items_asks()
    {
        var bundle = Shipped.Catalogue.Bundles[0];
        Assert.Equal(SigningNeed.None, CatalogueEntry.Of(bundle).Signing);
        foreach (var need in new[] { SigningNeed.Either, SigningNeed.StepUp, SigningNeed.Digital })
        {
            var items = bundle.Items.Select((item, index) => index == 0 ? item with { Signing = need, Online = true } : item with { Signing = index == 1 ? SigningNeed.Either : SigningNeed.None });
            Assert.Equal(need, CatalogueEntry.Of(bundle with { Items = [.. items] }).Signing);
        }

        Assert.Equal(
            [("gd-el-006", SigningNeed.Either), ("gd-no-003", SigningNeed.Digital), ("gd-re-007", SigningNeed.StepUp)],
            Shipped.Catalogue.Items.Where(item => item.Signing != SigningNeed.None).Select(item => (item.Code, item.Signing)).Order());
    }

    private Task<ApplicationsDesk> OpenAsync(string database) => ApplicationsDesk.OpenAsync(departments, database, worker: false, more: static services =>
    {
        services.AddSingleton<IPartnerTrust, HubPartnerTrust>();
        services.AddSingleton<IPartnerKeys, HubPartnerKeys>();
    });

    private static Task<Outcome<ApplicationSigning>> BeginAsync(ApplicationsDesk desk, CrossBorder.Federation.Applications.Submit.SubmitApplication request) =>
        desk.UseAsync<SignApplication, Outcome<ApplicationSigning>>(sign => sign.BeginAsync(People.Applicant(), request, "en", Stop));

    // By the confirmation of a resident who has just signed in.
    private static Task<bool> SignAsync(ApplicationsDesk desk, ApplicationSigning signing) => desk.UseAsync<IApplicationSignings, bool>(async signings =>
    {
        var row = (await signings.FindAsync(signing.Id, Stop))!;
        var proof = new SigningProof(row.Id, row.Digest, row.Document, TimeProvider.System.GetUtcNow()) { Confirmation = "stated", Assertion = "asserted" };
        (row.State, row.Proof, row.VerifiedAt) = (SigningState.Signed, proof.Write(), proof.VerifiedAt);
        return await signings.TrySaveAsync(Stop);
    });
}

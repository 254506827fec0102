using System.Text.Json.Nodes;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.Catalogue.Versions;
using CrossBorder.Federation.Tests.Signing;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>What a resident reads whose signed application was not submitted, and before they sign once more.</summary>
public sealed class SigningPageTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Item = "gd-el-006";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_once_more_is_shown_what_changed_since_they_signed_before()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        var desk = portal.Desk;
        await desk.BeginAsync();
        using var visitor = await portal.VisitAsync("r1");
        var signing = await SignedAsync(desk);
        await desk.OfferAsync(Edited.Catalogue("2027-01", catalogue =>
        {
            var material = catalogue["materials"]!.AsArray().Single(material => (string?)material!["slug"] == "kinship-proof")!;
            material["commitment"] = new JsonObject { ["zh-Hant"] = "另一承諾。", ["zh-Hans"] = "另一承诺。", ["en"] = "Another commitment." };
            // Of another item: nothing that this resident signed.
            catalogue.Rename("gd-si-001", "Quite another name");
        }));
        await desk.UseAsync<FileSigned, bool>(async file => { await file.RunAsync(signing, Stop); return true; });

        Assert.Contains("is not submitted yet", (await visitor.SeeAsync("/cases")).Text, StringComparison.Ordinal);
        var over = await visitor.SeeAsync("/sign/" + signing);
        Assert.Contains("CB5181", over.Text, StringComparison.Ordinal);
        var (_, location) = await visitor.PostAsync(over);
        var again = await visitor.SeeAsync(location!.OriginalString);

        Assert.Contains("Since you signed before, this has changed", again.Text, StringComparison.Ordinal);
        Assert.Contains("the words of the commitment are other ones", again.Text, StringComparison.Ordinal);
        Assert.Contains("was updated", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quite another name", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_once_more_though_nothing_changed_is_told_of_no_change()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var signing = await SignedAsync(portal.Desk);
        await portal.Desk.UseAsync<SignApplication, bool>(async sign =>
            await sign.GiveUpAsync((await sign.FindAsync(People.Applicant(), signing, Stop))!, ErrorCatalogue.SignerSignedOut.Code, Stop));

        var over = await visitor.SeeAsync("/sign/" + signing);
        Assert.Contains("CB5200", over.Text, StringComparison.Ordinal);
        var (_, location) = await visitor.PostAsync(over);

        Assert.DoesNotContain("has changed", (await visitor.SeeAsync(location!.OriginalString)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_at_the_moment_that_the_hub_files_by_itself_is_led_to_the_case()
    {
        var hub = new Meanwhile(question: 1);
        await using var portal = await PortalDesk.OpenAsync(departments, more: hub.Add);
        using var visitor = await portal.VisitAsync("r1");
        var signing = await SignedAsync(portal.Desk);
        hub.Comes = () => portal.Desk.UseAsync<FileSigned, bool>(async file => { await file.RunAsync(signing, Stop); return true; });

        var (_, location) = await visitor.GoAsync("/sign/" + signing);

        var number = await portal.Desk.UseAsync<IApplicationSignings, string?>(signings => signings.CaseOfAsync(signing, Stop));
        Assert.Equal($"/cases/{number}?filed=again", location?.OriginalString);
    }

    private static async Task<string> SignedAsync(ApplicationsDesk desk)
    {
        var request = Requests.Complete(Item, "00112233445566778899aabbccddeeff") with { ClientId = null };
        var begun = (await desk.UseAsync<SignApplication, Outcome<ApplicationSigning>>(sign => sign.BeginAsync(People.Applicant(), request, "en", Stop))).Value;
        await desk.UseAsync<IApplicationSignings, bool>(async signings =>
        {
            var row = (await signings.FindAsync(begun.Id, Stop))!;
            var now = TimeProvider.System.GetUtcNow();
            var proof = new SigningProof(row.Id, row.Digest, row.Document, now) { Confirmation = "stated", Assertion = "asserted" };
            (row.State, row.Proof, row.VerifiedAt, row.NextLookAt) = (SigningState.Signed, proof.Write(), now, now.AddMinutes(-1));
            return await signings.TrySaveAsync(Stop);
        });
        return begun.Id;
    }
}

using System.Net;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Catalogue.Versions;

/// <summary>The catalogue in the console: who brings a version in, who looks, and who lets it count.</summary>
public sealed class CataloguePageTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    private const string Path = "/console/catalogue";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_imports_and_a_security_officer_publishes_what_both_have_seen()
    {
        using var importer = await desk.EnterAsync("Operator");
        using var publisher = await desk.EnterAsync("SecurityOfficer");
        var (before, _) = await importer.GoAsync(Path);

        var (_, location) = await importer.SendFileAsync(Path, "file", Edited.Catalogue("2027-01", catalogue => catalogue.Rename("gd-si-001", "As of 2027")));
        var (seen, _) = await importer.GoAsync(location!.OriginalString);
        var (withoutCode, _) = await PublishAsync(publisher, "2027-01", "000000");
        var (done, _) = await PublishAsync(publisher, "2027-01", await desk.FreshCodeAsync("securityofficer"));
        var (twice, _) = await PublishAsync(publisher, "2027-01", await desk.FreshCodeAsync("securityofficer"));

        Assert.Contains("In force now", before.Text, StringComparison.Ordinal);
        Assert.Equal(Path + "/2027-01", location.OriginalString);
        Assert.Contains("As of 2027", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"publish\"", seen.Html, StringComparison.Ordinal);
        Assert.Contains("CB6056", withoutCode.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Contains("CB5162", twice.Text, StringComparison.Ordinal);
        var versions = desk.Services.GetRequiredService<ICatalogueVersions>();
        await Waiting.UntilAsync(() => versions.Current.Version == "2027-01", "the version counts", Stop);
    }

    [Fact]
    public async Task A_file_that_does_not_hold_is_answered_with_all_that_is_wrong()
    {
        using var officer = await desk.EnterAsync("Operator");

        var (refused, _) = await officer.SendFileAsync(Path, "file", Edited.Catalogue("broken", catalogue =>
        {
            catalogue.Item("gd-si-001")["department"] = "nowhere";
            catalogue.Item("gd-si-002")["region"] = "";
        }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var words in new[] { "CB5165", "gd-si-001", "gd-si-002" })
            Assert.Contains(words, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_can_be_withdrawn_by_who_brought_it()
    {
        using var officer = await desk.EnterAsync("Operator");
        await officer.SendFileAsync(Path, "file", Edited.Catalogue("mistake"));
        var (page, _) = await officer.GoAsync(Path + "/mistake");

        var (done, _) = await officer.PostAsync(Path + "/mistake", new(TokenOf(page)) { ["step"] = "withdraw" });
        var (after, _) = await officer.GoAsync(Path + "/mistake");

        Assert.Equal(HttpStatusCode.Found, done.Status);
        Assert.Contains("Withdrawn", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"withdraw\"", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_role_does_its_own_part_and_no_other()
    {
        using var reviewer = await desk.EnterAsync("Reviewer");
        using var auditor = await desk.EnterAsync("Auditor");
        using var importer = await desk.EnterAsync("Operator");
        using var publisher = await desk.EnterAsync("SecurityOfficer");
        await importer.SendFileAsync(Path, "file", Edited.Catalogue("roles"));

        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GoAsync(Path)).Page.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GoAsync(Path + "/roles")).Page.Status);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GoAsync(Path + "/roles")).Page.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PublishAsync(auditor, "roles", "000000")).Page.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PublishAsync(importer, "roles", await desk.FreshCodeAsync("operator"))).Page.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await publisher.SendFileAsync(Path, "file", Edited.Catalogue("other"))).Page.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GoAsync(Path + "/never")).Page.Status);
    }

    private static async Task<(Page Page, Uri? Location)> PublishAsync(OfficerBrowser officer, string version, string code)
    {
        var (page, _) = await officer.GoAsync("/console/sign-out");
        return await officer.PostAsync($"{Path}/{version}", new(TokenOf(page)) { ["step"] = "publish", ["code"] = code });
    }

    private static Dictionary<string, string> TokenOf(Page page) => new(StringComparer.Ordinal)
    {
        ["__RequestVerificationToken"] = page.Forms.First(form => form.Fields.ContainsKey("__RequestVerificationToken")).Fields["__RequestVerificationToken"],
    };
}

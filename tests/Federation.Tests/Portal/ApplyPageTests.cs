using System.Net;
using System.Text;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Sandbox.Browsing;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>Filling in the form: what is asked, what is told back, and that it is filed once.</summary>
public sealed class ApplyPageTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 lease");

    private static readonly KeyValuePair<string, string>[] Complete =
    [
        new("field-fund_account", "GZ-1"), new("field-rent", "3000"), new("field-amount", "9000"), new("field-bank_account", "6222"),
        new("commit", "bank-account-proof"),
    ];

    [Theory]
    [InlineData(null, "gd-si-001", "urn:crossborder:loa:substantial")]
    [InlineData("gone", "gd-si-001", "urn:crossborder:loa:substantial")]
    [InlineData("r4", "gd-si-005", "urn:crossborder:loa:high")]
    public async Task Whoever_is_not_signed_in_surely_enough_is_sent_to_sign_in_and_back(string? resident, string code, string level)
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync(resident, "zh-Hans");

        var (page, location) = await visitor.GoAsync($"/apply/{code}");

        Assert.Equal(HttpStatusCode.Found, page.Status);
        var told = QueryHelpers.ParseQuery(location!.OriginalString[location.OriginalString.IndexOf('?', StringComparison.Ordinal)..]);
        Assert.Equal($"/apply/{code}", told["redirect"]);
        Assert.Equal("openid profile applications", told["scope"]);
        Assert.Equal("zh-Hans", told["ui_locales"]);
        Assert.Equal(level, told["acr_values"]);
        Assert.False(told.ContainsKey("client_id"));
    }

    [Theory]
    [InlineData("gd-xx-999", HttpStatusCode.NotFound, "CB5003")]
    [InlineData("gd-ee-001", HttpStatusCode.UnprocessableEntity, "CB5005")]
    public async Task What_cannot_be_applied_for_is_said_before_anybody_signs_in(string code, HttpStatusCode status, string number)
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync();

        var page = await visitor.SeeAsync($"/apply/{code}");

        Assert.Equal(status, page.Status);
        Assert.Contains(number, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_is_shown_and_not_asked()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");

        var page = await visitor.SeeAsync("/apply/gd-si-005");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("陳大文", page.Text, StringComparison.Ordinal);
        Assert.Contains("H12345678", page.Text, StringComparison.Ordinal);
        var form = Assert.Single(page.Forms);
        Assert.DoesNotContain("field-name_zh", form.Fields.Keys);
        Assert.Contains("field-bank_account", form.Fields.Keys);
        Assert.Contains("type=\"date\" id=\"field-start_date\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"file-bank-account-proof\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"file-home-return-permit\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_nothing_typed_is_lost()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var form = await visitor.SeeAsync("/apply/gd-hf-003");

        var (page, _) = await visitor.PostAsync(
            form,
            [new("field-fund_account", "GZ <1>"), new("field-rent", "much"), new("commit", "bank-account-proof")],
            [("file-lease-contract", Encoding.ASCII.GetBytes("MZ program"))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        string[] faults = ["field-rent", "field-amount", "field-bank_account", "file-lease-contract"];
        Assert.All(faults, id => Assert.Contains($"<a href=\"#{id}\">", page.Html, StringComparison.Ordinal));
        Assert.All(faults, id => Assert.Contains($"id=\"{id}-fault\"", page.Html, StringComparison.Ordinal));
        Assert.Contains("must be a number", page.Text, StringComparison.Ordinal);
        Assert.Contains("is no PDF, JPEG, PNG or HEIC", page.Text, StringComparison.Ordinal);
        var again = Assert.Single(page.Forms);
        Assert.Equal("GZ <1>", again.Fields["field-fund_account"]);
        Assert.Equal("much", again.Fields["field-rent"]);
        Assert.Equal("bank-account-proof", again.Fields["commit"]);
        Assert.Equal(Assert.Single(form.Forms).Fields["key"], again.Fields["key"]);
        Assert.DoesNotContain("#file-bank-account-proof", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_refused_try_is_kept_and_need_not_be_chosen_again()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var form = await visitor.SeeAsync("/apply/gd-hf-003");

        var (refused, _) = await visitor.PostAsync(form, Complete.Where(field => field.Key != "field-rent"), [("file-lease-contract", Pdf)]);
        var (_, location) = await visitor.PostAsync(refused, [new("field-rent", "3000")]);

        Assert.Contains("Uploaded: scan.bin", refused.Text, StringComparison.Ordinal);
        var filed = await CaseAsync(portal, location!);
        Assert.Equal("gd-hf-003", filed.Entry);
    }

    [Fact]
    public async Task A_file_that_is_refused_stops_the_application_though_another_was_taken_before()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var form = await visitor.SeeAsync("/apply/gd-hf-003");

        var (page, location) = await visitor.PostAsync(
            form, [.. Complete, new("defer", "lease-contract")], [("file-lease-contract", Encoding.ASCII.GetBytes("MZ program"))]);

        Assert.Null(location);
        Assert.Contains("<a href=\"#file-lease-contract\">", page.Html, StringComparison.Ordinal);
        Assert.Equal("lease-contract", Assert.Single(page.Forms).Fields["defer"]);
    }

    [Fact]
    public async Task A_complete_form_leads_to_the_case_and_sent_twice_to_the_same()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var form = await visitor.SeeAsync("/apply/gd-hf-003");

        var first = (await visitor.PostAsync(form, Complete, [("file-lease-contract", Pdf)])).Location!;
        var second = (await visitor.PostAsync(form, Complete, [("file-lease-contract", Pdf)])).Location!;

        Assert.Matches("^/cases/CB-[0-9]{8}-[0-9A-Z]{8}\\?filed=new$", first.OriginalString);
        Assert.Equal(first.OriginalString.Replace("filed=new", "filed=again", StringComparison.Ordinal), second.OriginalString);
        Assert.Single(await portal.Desk.UseAsync<ICases, IReadOnlyList<CaseView>>(cases => cases.ListAsync("resident-r1", default)));
    }

    [Fact]
    public async Task Sent_twice_at_the_same_moment_it_is_one_case()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var form = await visitor.SeeAsync("/apply/gd-hf-003");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.PostAsync(form, Complete, [("file-lease-contract", Pdf)])));

        Assert.Single(answers.Select(answer => answer.Location!.OriginalString.Split('?')[0]).Distinct());
        Assert.Single(await portal.Desk.UseAsync<ICases, IReadOnlyList<CaseView>>(cases => cases.ListAsync("resident-r1", default)));
    }

    [Fact]
    public async Task A_bundle_is_filed_as_one_application()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var form = await visitor.SeeAsync("/apply/newborn");
        var wanted = Requests.Complete("newborn");

        var (_, location) = await visitor.PostAsync(form,
        [
            .. wanted.Form.Select(field => KeyValuePair.Create("field-" + field.Key, field.Value)),
            .. wanted.Commitments.Select(slug => KeyValuePair.Create("commit", slug)),
            .. wanted.Deferred.Select(slug => KeyValuePair.Create("defer", slug)),
        ]);

        Assert.Equal("newborn", (await CaseAsync(portal, location!)).Entry);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var form = await visitor.SeeAsync("/apply/gd-hf-003");

        var (page, _) = await visitor.PostAsync(form, [.. Complete, new("__RequestVerificationToken", "x")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Something went wrong", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_taken_beyond_the_limit_of_other_pages_and_too_large_ones_are_refused_in_words()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var form = await visitor.SeeAsync("/apply/gd-hf-003");

        var (tooMuch, _) = await visitor.PostAsync(form, Complete, [("file-lease-contract", new byte[45 * 1024 * 1024])]);
        var (tooLarge, _) = await visitor.PostAsync(form, Complete, [("file-lease-contract", [.. Pdf, .. new byte[20 * 1024 * 1024]])]);
        var (_, location) = await visitor.PostAsync(form, Complete, [("file-lease-contract", [.. Pdf, .. new byte[1024 * 1024]])]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMuch.Status);
        Assert.Contains("CB5020", tooMuch.Text, StringComparison.Ordinal);
        Assert.Contains("is larger than 20 MB: choose a smaller one", tooLarge.Text, StringComparison.Ordinal);
        Assert.NotNull(location);
    }

    [Fact]
    public async Task Someone_elses_upload_cannot_be_used()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var owner = await portal.VisitAsync("r1");
        using var other = await portal.VisitAsync("r2");
        var (page, _) = await owner.PostAsync(await owner.SeeAsync("/apply/gd-hf-003"), files: [("file-lease-contract", Pdf)]);
        var stolen = Assert.Single(page.Forms).Fields["kept-lease-contract"];

        var (refused, location) = await other.PostAsync(
            await other.SeeAsync("/apply/gd-hf-003"), [.. Complete, new("kept-lease-contract", stolen)]);

        Assert.Null(location);
        Assert.Contains("Upload “Tenancy agreement” again", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kept-lease-contract", refused.Html, StringComparison.Ordinal);
    }

    private static Task<CaseView> CaseAsync(PortalDesk portal, Uri location) =>
        portal.Desk.CaseAsync(location.OriginalString.Split('?')[0].Split('/').Last());
}

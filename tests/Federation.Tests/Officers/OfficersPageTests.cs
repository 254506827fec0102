using System.Net;
using System.Text.RegularExpressions;
using CrossBorder.Federation.Officers;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing.Administration;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>A security officer sees to the accounts of others, in the console.</summary>
public sealed partial class OfficersPageTests(OfficerDesk desk) : IClassFixture<OfficerDesk>
{
    internal const string Path = "/console/officers";

    [Theory]
    [InlineData("Auditor", HttpStatusCode.OK)]
    [InlineData("Reviewer", HttpStatusCode.Forbidden)]
    [InlineData("Operator", HttpStatusCode.Forbidden)]
    public async Task Auditors_read_and_others_do_not(string role, HttpStatusCode expected)
    {
        using var browser = await desk.EnterAsync(role);

        var (page, _) = await browser.GoAsync(Path);

        Assert.Equal(expected, page.Status);
        Assert.DoesNotContain("name=\"step\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_who_posts_is_refused()
    {
        using var auditor = await desk.EnterAsync("Auditor");

        var page = await PostAsync(auditor, ("step", "invite"), ("name", "friend"), ("role", "SecurityOfficer"), ("code", await desk.FreshCodeAsync("auditor")));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("CB6052", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_shown_once_lets_one_join_and_lets_nobody_in_once_it_is_void()
    {
        using var officer = await desk.EnterAsync("SecurityOfficer");

        Assert.Contains("CB6056", (await PostAsync(officer, ("step", "invite"), ("name", "newcomer"), ("role", "Operator"), ("code", "000000"))).Text, StringComparison.Ordinal);
        var invited = CodeIn(await ActAsync(officer, ("step", "invite"), ("name", "newcomer"), ("role", "Operator")));
        var list = (await officer.GoAsync(Path)).Page;
        Assert.Contains("Void the invitation for newcomer", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(invited, list.Html, StringComparison.Ordinal);
        Assert.Contains("Operator", (await JoinAsync(invited)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await ActAsync(officer, ("step", "void"), ("name", "newcomer"))).Status);
        Assert.Contains("CB6053", (await JoinAsync(invited)).Text, StringComparison.Ordinal);
        Assert.Contains("CB6069", (await ActAsync(officer, ("step", "void"), ("name", "newcomer"))).Text, StringComparison.Ordinal);
        var entries = await desk.AuditAsync();
        Assert.Contains(entries, entry => entry.Kind == "officer.invitation-voided");
        Assert.DoesNotContain(entries, entry => entry.Details.Contains(invited, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeping_somebody_out_takes_their_name_and_ends_what_they_have_open_until_they_are_let_in_again()
    {
        using var officer = await desk.EnterAsync("SecurityOfficer");
        using var reviewer = await desk.EnterAsync("Reviewer");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ActAsync(officer, ("step", "disable"), ("name", "reviewer"), ("typed", "operator"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await reviewer.GoAsync("/console")).Page.Status);

        Assert.Equal(HttpStatusCode.Found, (await ActAsync(officer, ("step", "disable"), ("name", "reviewer"), ("typed", "reviewer"))).Status);
        Assert.Equal(HttpStatusCode.Found, (await reviewer.GoAsync("/console")).Page.Status);
        Assert.Contains("Disabled since", (await officer.GoAsync(Path)).Page.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await ActAsync(officer, ("step", "enable"), ("name", "reviewer"))).Status);
        Assert.Contains("CB6069", (await ActAsync(officer, ("step", "enable"), ("name", "reviewer"))).Text, StringComparison.Ordinal);
        using var again = await desk.EnterAsync("Reviewer");
    }

    [Fact]
    public async Task A_reset_shows_the_code_with_which_the_officer_joins_again()
    {
        using var officer = await desk.EnterAsync("SecurityOfficer");

        var code = CodeIn(await ActAsync(officer, ("step", "reset"), ("name", "second"), ("typed", "second")));

        Assert.Contains("second", (await JoinAsync(code)).Text, StringComparison.Ordinal);
        Assert.Contains("Was reset, and has not joined again", (await officer.GoAsync(Path)).Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_does_it_to_themselves_and_there_is_no_form_for_it()
    {
        using var officer = await desk.EnterAsync("SecurityOfficer");

        Assert.DoesNotContain("id=\"typed-securityofficer\"", (await officer.GoAsync(Path)).Page.Html, StringComparison.Ordinal);
        foreach (var step in new[] { "disable", "reset" })
            Assert.Contains("CB6068", (await ActAsync(officer, ("step", step), ("name", "securityofficer"), ("typed", "securityofficer"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.GoAsync("/console")).Page.Status);
    }

    [Theory]
    [InlineData("invite", "auditor", "CB6055")]
    [InlineData("invite", "Not A Name", "CB6055")]
    [InlineData("enable", "nobody-of-that-name", "CB6067")]
    [InlineData("else", "auditor", "CB6069")]
    public async Task What_cannot_be_done_is_told(string step, string name, string expected)
    {
        using var officer = await desk.EnterAsync("SecurityOfficer");

        Assert.Contains(expected, (await ActAsync(officer, ("step", step), ("name", name), ("role", "Auditor"))).Text, StringComparison.Ordinal);
    }

    internal static string CodeIn(Page page) => InvitationCode().Match(page.Html) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException(page.Text);

    internal static async Task<Page> PostAsync(OfficerBrowser browser, params (string Name, string Value)[] fields) =>
        (await SendAsync(browser, fields)).Page;

    internal static async Task<(Page Page, Uri? Location)> SendAsync(OfficerBrowser browser, params (string Name, string Value)[] fields)
    {
        var all = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        all["__RequestVerificationToken"] = (await browser.GoAsync("/console/sign-out")).Page.Forms
            .First(form => form.Fields.ContainsKey("__RequestVerificationToken")).Fields["__RequestVerificationToken"];
        return await browser.PostAsync(Path, all);
    }

    private async Task<Page> ActAsync(OfficerBrowser browser, params (string Name, string Value)[] fields) =>
        await PostAsync(browser, [.. fields, ("code", await desk.FreshCodeAsync("securityofficer"))]);

    private async Task<Page> JoinAsync(string code)
    {
        using var browser = desk.Visit();
        var (form, _) = await browser.GoAsync("/console/join");
        return (await browser.SubmitAsync(form, ("invitation", code))).Page;
    }

    [GeneratedRegex("id=\"invitation-code\">([^<]+)<")]
    private static partial Regex InvitationCode();
}

/// <summary>Where officers have no password the console is the way, and the proof is the provider's.</summary>
public sealed class OfficersPageOfProviderTests(ProviderDesk desk) : IClassFixture<ProviderDesk>
{
    [Fact]
    public async Task An_invitation_is_made_once_the_provider_has_proved_who_makes_it()
    {
        var person = new AdministrationPerson("inviter", "hub-securityofficer");
        using var officer = await desk.EnterAsync(person);

        var asked = await OfficersPageTests.SendAsync(officer, ("step", "invite"), ("name", "newcomer"), ("role", nameof(OfficerRole.Auditor)));
        var proved = await desk.FollowAsync(officer, asked.Location!, person);
        var form = proved.Forms.Single(form => form.Action.AbsolutePath == OfficersPageTests.Path);
        var (made, _) = await officer.PostAsync(form.Action.PathAndQuery, new(form.Fields, StringComparer.Ordinal));

        Assert.NotEmpty(OfficersPageTests.CodeIn(made));
        Assert.Contains("CB6081", (await officer.PostAsync(form.Action.PathAndQuery, new(form.Fields, StringComparer.Ordinal))).Page.Text, StringComparison.Ordinal);
        Assert.Contains(await desk.AuditAsync(), entry => entry.Kind == "officer.invited");
    }
}

using System.Net;
using CrossBorder.Federation.Officers;
using CrossBorder.Sandbox.Browsing;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Officers.Passkeys;

/// <summary>What somebody tries with passkeys: over HTTP, with the pages that the hub serves. Always the same refusal.</summary>
public sealed class PasskeyAttackTests(OfficerDesk desk) : IClassFixture<OfficerDesk>, IAsyncLifetime
{
    private readonly SoftPasskey passkey = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var browser = await desk.EnterAsync("Operator");
        var added = await browser.AddAsync(desk, "operator", passkey, Guid.NewGuid().ToString("N"));
        Assert.Equal(HttpStatusCode.Found, added.Status);
    }

    public async ValueTask DisposeAsync()
    {
        passkey.Dispose();
        await desk.UseAsync(context => context.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<string>>().ExecuteDeleteAsync(Stop));
    }

    [Fact]
    public async Task An_answer_is_taken_once()
    {
        using var browser = desk.Visit();
        var (page, _) = await browser.GoAsync("/console/sign-in");
        var answer = passkey.Get(PasskeyPages.Options(page));

        var entered = await browser.SubmitAsync(page, ("passkey", answer));
        var replayed = await browser.SubmitAsync(page, ("passkey", answer));
        var (fresh, _) = await browser.GoAsync("/console/sign-in");
        var underAnotherQuestion = await browser.SubmitAsync(fresh, ("passkey", answer));

        Assert.Equal(HttpStatusCode.Found, entered.Page.Status);
        Refused(replayed.Page);
        Refused(underAnotherQuestion.Page);
    }

    [Fact]
    public async Task An_answer_is_worth_nothing_in_another_browser()
    {
        using var browser = desk.Visit();
        using var thief = desk.Visit();
        var (page, _) = await browser.GoAsync("/console/sign-in");
        var (own, _) = await thief.GoAsync("/console/sign-in");

        Refused((await thief.SubmitAsync(own, ("ticket", page.Forms[0].Fields["ticket"]), ("passkey", passkey.Get(PasskeyPages.Options(page))))).Page);
    }

    [Fact]
    public async Task The_answer_to_one_question_is_none_to_another()
    {
        using var browser = await desk.EnterAsync("Operator");
        var (inside, _) = await browser.GoAsync("/console/passkeys");
        var stepUp = PasskeyPages.Proof(inside, passkey).Split(':', 3);
        var (page, _) = await browser.GoAsync("/console/sign-in");

        Refused((await browser.SubmitAsync(page, ("ticket", stepUp[1]), ("passkey", stepUp[2]))).Page);
    }

    [Fact]
    public async Task The_credential_of_one_officer_is_not_anothers()
    {
        using var browser = await desk.EnterAsync("Auditor");
        using var others = new SoftPasskey();
        await browser.AddAsync(desk, "auditor", others, "of the auditor");
        var handle = others.UserHandle;

        // The operator's credential in the auditor's name, the auditor's credential id with the operator's key, and the reverse.
        using var elsewhere = desk.Visit();
        (passkey.UserHandle, var own) = (handle, passkey.UserHandle);
        Refused((await elsewhere.SignInAsync(passkey)).Page);
        passkey.UserHandle = own;
        using var forged = new SoftPasskey { Id = others.Id, UserHandle = handle };
        Refused((await elsewhere.SignInAsync(forged)).Page);

        // A step of the auditor, confirmed by the operator's passkey.
        var (page, _) = await browser.GoAsync("/console/passkeys");
        var form = page.Forms.First(form => form.Fields.ContainsKey("id"));
        Refused((await browser.PostAsync("/console/passkeys", new(form.Fields, StringComparer.Ordinal)
        {
            ["step"] = "remove", ["code"] = PasskeyPages.Proof(page, passkey),
        })).Page);
        Assert.Equal(HttpStatusCode.Found, (await elsewhere.SignInAsync(others)).Page.Status);
    }

    [Theory]
    [InlineData("https://evil.example", false)]
    [InlineData("http://localhost:8443", false)]
    [InlineData("http://localhost.evil.example", false)]
    [InlineData("http://localhost", true)]
    public async Task Another_origin_is_refused(string origin, bool crossOrigin)
    {
        (passkey.Origin, passkey.CrossOrigin) = (origin, crossOrigin);
        using var browser = desk.Visit();

        Refused((await browser.SignInAsync(passkey)).Page);
    }

    [Fact]
    public async Task Another_domain_is_refused()
    {
        passkey.Domain = "evil.example";
        using var browser = desk.Visit();

        Refused((await browser.SignInAsync(passkey)).Page);
    }

    [Fact]
    public async Task A_device_that_did_not_ask_who_holds_it_is_refused_to_sign_in_and_to_be_added()
    {
        passkey.UserVerified = false;
        using var browser = desk.Visit();
        Refused((await browser.SignInAsync(passkey)).Page);

        using var officer = await desk.EnterAsync("Auditor");
        using var careless = new SoftPasskey { UserVerified = false };
        Refused(await officer.AddAsync(desk, "auditor", careless));
    }

    [Fact]
    public async Task A_copy_whose_counter_lags_is_refused()
    {
        using var browser = desk.Visit();
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync(passkey)).Page.Status);
        passkey.CountsBackwards = true;

        Refused((await browser.SignInAsync(passkey)).Page);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"id\":1,\"type\":\"public-key\"}")]
    public async Task Rubbish_is_refused_as_everything_else(string answer)
    {
        using var browser = desk.Visit();
        var (page, _) = await browser.GoAsync("/console/sign-in");

        Refused((await browser.SubmitAsync(page, ("passkey", answer))).Page);
        Refused((await browser.SubmitAsync(page, ("passkey", answer), ("ticket", "forged"))).Page);
    }

    [Fact]
    public async Task After_five_failures_of_one_passkey_it_is_not_looked_at_and_others_are()
    {
        using var officer = await desk.EnterAsync("Reviewer");
        using var tried = new SoftPasskey();
        await officer.AddAsync(desk, "reviewer", tried);
        using var browser = desk.Visit();
        tried.Origin = "https://evil.example";
        for (var i = 0; i < OfficerAttempts.Most; i++)
            Refused((await browser.SignInAsync(tried)).Page);
        tried.Origin = "http://localhost";

        Assert.Contains("CB6051", (await browser.SignInAsync(tried)).Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync(passkey)).Page.Status);
    }

    [Fact]
    public async Task A_passkey_of_another_session_is_not_added_to_mine()
    {
        using var mine = await desk.EnterAsync("Auditor");
        using var theirs = await desk.EnterAsync("Reviewer");
        using var planted = new SoftPasskey();
        var (page, _) = await theirs.GoAsync("/console/passkeys");
        var (own, _) = await mine.GoAsync("/console/passkeys");
        var form = own.Forms.Single(form => form.Fields.ContainsKey("ticket"));

        Refused((await mine.PostAsync("/console/passkeys", new(form.Fields, StringComparer.Ordinal)
        {
            ["step"] = "add", ["name"] = "planted", ["ticket"] = page.Forms.Single(form => form.Fields.ContainsKey("ticket")).Fields["ticket"],
            ["passkey"] = planted.Create(PasskeyPages.Options(page)), ["code"] = await desk.FreshCodeAsync("auditor"),
        })).Page);
    }

    private static void Refused(Page page)
    {
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("CB6064", page.Text, StringComparison.Ordinal);
    }
}

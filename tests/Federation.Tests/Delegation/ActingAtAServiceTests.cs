using System.Text.Json;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Webhooks;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Delegation;

/// <summary>Somebody acts for another at a relying party: from the code that is handed over to the token that is good no more.</summary>
public sealed class ActingAtAServiceTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string Claim = "urn:crossborder:delegation";
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
    private const string Department = "department-gd-hrss";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_daughter_acts_for_her_mother_until_her_mother_takes_it_back()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var own = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var themselves = TokenAnswer.Payload((await own.RedeemAsync((await people.SignInAsync(own, "r2", null)).Code)).AccessToken);
        Assert.False(themselves.TryGetProperty("act", out _));

        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code);

        var payload = TokenAnswer.Payload(tokens.AccessToken);
        Assert.NotEqual(themselves.GetProperty("sub").GetString(), payload.GetProperty("sub").GetString());
        Assert.Equal(themselves.GetProperty("sub").GetString(), payload.GetProperty("act").GetProperty("sub").GetString());
        Assert.Equal("family", payload.GetProperty(Claim).GetProperty("relation").GetString());
        Assert.Equal("gd-hc-001", payload.GetProperty(Claim).GetProperty("items")[0].GetString());
        Assert.NotEqual(mandate.Id, payload.GetProperty(Claim).GetProperty("id").GetString());
        Assert.Equal(mandate.ValidUntil.ToUnixTimeSeconds(), payload.GetProperty(Claim).GetProperty("exp").GetInt64());
        Assert.Equal(payload.GetProperty("act").ToString(), TokenAnswer.Payload(tokens.IdToken).GetProperty("act").ToString());
        // The mother gave no numbers of documents, whatever the service asks for.
        Assert.DoesNotContain("identity", payload.GetProperty("scope").GetString()!.Split(' '));

        var info = await client.UserInfoAsync(tokens.AccessToken);
        Assert.Equal("NG Mei Ling", info["name"]);
        Assert.Equal(payload.GetProperty("sub").GetString(), info["sub"]);
        Assert.Contains(payload.GetProperty("act").GetProperty("sub").GetString()!, info["act"], StringComparison.Ordinal);
        Assert.Null(info["home_return_permit_number"]);
        Assert.Equal("family", (await IntrospectAsync(client, tokens.AccessToken)).Json.GetProperty(Claim).GetProperty("relation").GetString());
        Assert.Contains(await sandbox.RowsAsync<AuditEntry>(), entry => entry.Kind == PersonalDataRead.Kind && entry.SubjectReference == mandate.GivenBy);
        var refreshed = await client.RefreshAsync(tokens.RefreshToken);
        Assert.Equal(payload.GetProperty(Claim).ToString(), TokenAnswer.Payload(refreshed.AccessToken).GetProperty(Claim).ToString());

        Assert.Contains("said=ended", (await people.PressAsync("r4", "withdraw", mandate)).Address.Query, StringComparison.Ordinal);

        Assert.Equal("False", (await IntrospectAsync(client, refreshed.AccessToken))["active"]);
        var over = await client.UserInfoAsync(refreshed.AccessToken);
        Assert.Equal(401, over.Status);
        Assert.Contains("CB2090", over.Challenge, StringComparison.Ordinal);
        Assert.Contains("CB2090", (await client.RefreshAsync(refreshed.RefreshToken))["error_description"], StringComparison.Ordinal);
        Assert.Equal("CB5031", (await client.GetAsync("api/applications", refreshed.AccessToken))["code"]);
        var kept = (await sandbox.RowsAsync<Mandate>()).Single(row => row.Id == mandate.Id);
        Assert.Equal((MandateState.Ended, MandateEvent.Withdrawn, "", ""), (kept.State, kept.EndedBy, kept.Identity, kept.Assertion));
        Assert.All((await sandbox.RowsAsync<Consent>()).Where(consent => kept.ConsentIds.Contains(consent.Id)), consent => Assert.NotNull(consent.WithdrawnAt));
        Assert.Equal(
            ["mandate.offered", "mandate.accepted", "mandate.ended"],
            (await sandbox.RowsAsync<AuditEntry>()).Where(entry => entry.SubjectReference == mandate.Id).OrderBy(entry => entry.Id).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task What_an_agent_files_is_the_principals_case_and_says_who_filed_it()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code);

        var filed = await client.ApplyAsync(tokens.AccessToken, "for-mother", new { item = "gd-hc-001", form = new { } });

        Assert.Equal(201, filed.Status);
        Assert.Equal("family", filed.Json.GetProperty("act").GetProperty("relation").GetString());
        var number = filed["caseNumber"]!;
        var payload = JsonDocument.Parse((await sandbox.RowsAsync<Delivery>()).Single(row => row.Payload.Contains(number, StringComparison.Ordinal)).Payload).RootElement;
        Assert.Equal("黃小明", payload.GetProperty("act").GetProperty("name").GetString());
        Assert.Equal(mandate.Id, payload.GetProperty("act").GetProperty("mandate").GetString());
        Assert.Contains("NG", payload.GetProperty("applicant").GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Contains(await sandbox.RowsAsync<AuditEntry>(), entry => entry.Kind == "application.submitted"
            && entry.Details.Contains(number, StringComparison.Ordinal) && entry.Details.Contains(mandate.Id, StringComparison.Ordinal));

        // The mother sees it among her own, with who filed it; the daughter's own list does not have it.
        Assert.Contains("Filed by", (await people.GoAsync("r4", $"cases/{number}?lang=en")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await client.GetAsync($"api/applications/{number}", tokens.AccessToken)).Status);
        Assert.Contains("CB5040", (await people.GoAsync("r2", $"cases/{number}")).Text, StringComparison.Ordinal);

        Assert.Equal((403, "CB5188"), CodeOf(await client.ApplyAsync(tokens.AccessToken, "other", new { item = "gd-si-003", form = new { } })));
        Assert.Equal((403, "CB5189"), CodeOf(await client.ApplyAsync(tokens.AccessToken, "word", new { item = "gd-hc-001", form = new { }, commitments = new[] { "x" } })));
        Assert.Equal((403, "CB5187"), CodeOf(await client.GetAsync($"api/applications/{number}/withdrawal", tokens.AccessToken, HttpMethod.Post)));
        Assert.Equal((403, "CB5187"), CodeOf(await client.GetAsync($"api/applications/{number}/evidence", tokens.AccessToken)));
        Assert.Equal(401, (await client.GetAsync("api/consents", tokens.AccessToken)).Status);

        // It is told to the last part whom it rests on: a department's receipt makes it evidence.
        using var mother = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var hers = await mother.RedeemAsync((await people.SignInAsync(mother, "r4", null)).Code);
        await Waiting.UntilAsync(async () => (await mother.GetAsync($"api/applications/{number}", hers.AccessToken))["status"] == "accepted", "the case is accepted", Stop);
        Assert.Equal(200, (await mother.GetAsync($"api/applications/{number}/evidence", hers.AccessToken)).Status);
    }

    [Fact]
    public async Task An_exchanged_token_keeps_the_agent_innermost_and_ends_with_the_mandate()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code);

        var exchanged = await ExchangeAsync(client, tokens.AccessToken);

        var (before, after) = (TokenAnswer.Payload(tokens.AccessToken), TokenAnswer.Payload(exchanged.AccessToken));
        Assert.Equal("yueshengshi", after.GetProperty("act").GetProperty("sub").GetString());
        var agent = after.GetProperty("act").GetProperty("act");
        Assert.False(agent.TryGetProperty("act", out _));
        // Sign-in, principal, agent and mandate all go by other names at the department.
        Assert.NotEqual(before.GetProperty("sub").GetString(), after.GetProperty("sub").GetString());
        Assert.NotEqual(before.GetProperty("act").GetProperty("sub").GetString(), agent.GetProperty("sub").GetString());
        Assert.NotEqual(before.GetProperty(Claim).GetProperty("id").GetString(), after.GetProperty(Claim).GetProperty("id").GetString());

        await people.PressAsync("r2", "giveback", mandate);
        Assert.Contains("CB2090", (await ExchangeAsync(client, tokens.AccessToken))["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_between_the_code_and_the_token_there_is_no_token()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var code = (await people.SignInAsync(client, "r2", mandate)).Code;

        await people.PressAsync("r4", "withdraw", mandate);

        var refused = await client.RedeemAsync(code);
        Assert.Equal("invalid_grant", refused["error"]);
        Assert.Contains("CB2090", refused["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_taken_back_in_the_ledger_ends_it_at_that_service_alone()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2", services: "&services=yueshengshi&services=yueshangtong");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code);
        using var other = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        var others = await other.RedeemAsync((await people.SignInAsync(other, "r2", mandate)).Code);
        var consent = (await sandbox.RowsAsync<Consent>()).Single(row => mandate.ConsentIds.Contains(row.Id) && row.ClientId == "yueshengshi");
        Assert.Contains("Issue of an electronic health card", consent.Text, StringComparison.Ordinal);

        var page = await people.GoAsync("r4", "consents");
        await people.Browser("r4").SubmitAsync(page.Forms.Single(form => form.Fields.GetValueOrDefault("id") == consent.Id), cancellationToken: Stop);

        Assert.Contains("CB2090", (await client.UserInfoAsync(tokens.AccessToken)).Challenge, StringComparison.Ordinal);
        Assert.Equal("NG Mei Ling", (await other.UserInfoAsync(others.AccessToken))["name"]);
    }

    [Fact]
    public async Task What_ran_out_is_over_at_once_and_the_worker_ends_it()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code);
        await ChangeAsync(mandate, TimeProvider.System.GetUtcNow().AddSeconds(-1));

        Assert.Contains("CB2090", (await client.RefreshAsync(tokens.RefreshToken))["error_description"], StringComparison.Ordinal);
        await sandbox.HubServices.GetRequiredService<MandateWorker>().LookAsync(Stop);

        var kept = (await sandbox.RowsAsync<Mandate>()).Single(row => row.Id == mandate.Id);
        Assert.Equal((MandateState.Ended, MandateEvent.RanOut), (kept.State, kept.EndedBy));
    }

    [Fact]
    public async Task Whom_the_service_expects_is_judged_by_for_whom_the_agent_says_they_are_there()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var mother = (await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code)).IdToken;
        var daughter = (await client.RedeemAsync((await people.SignInAsync(client, "r2", null)).Code)).IdToken;

        Assert.NotNull((await people.SignInAsync(client, "r2", mandate, ("id_token_hint", mother))).Code);
        Assert.NotNull((await people.SignInAsync(client, "r2", null, ("id_token_hint", daughter))).Code);
        Assert.Equal("login_required", (await people.SignInAsync(client, "r2", mandate, ("id_token_hint", daughter))).Error);
        Assert.Equal("login_required", (await people.SignInAsync(client, "r2", null, ("id_token_hint", mother))).Error);
        Assert.Equal("login_required", (await people.SignInAsync(client, "r2", null, ("id_token_hint", mother), ("prompt", "none"))).Error);
    }

    /// <summary>OpenID Connect Core section 5.5.1: a positive answer is about the <c>sub</c> that was asked for, wherever it was, or there is none.</summary>
    [Fact]
    public async Task Whom_the_service_asks_for_in_claims_is_the_principal_where_the_agent_acts()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var mother = TokenAnswer.Payload((await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code)).IdToken).GetProperty("sub").GetString()!;
        var daughter = TokenAnswer.Payload((await client.RedeemAsync((await people.SignInAsync(client, "r2", null)).Code)).IdToken).GetProperty("sub").GetString()!;

        foreach (var asked in new[] { IdToken(Value(mother)), UserInfo(Value(mother)), IdToken(Values(daughter, mother)), Both(Values(daughter, mother), Value(mother)) })
        {
            var tokens = await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate, ("claims", asked))).Code);
            Assert.Equal(mother, TokenAnswer.Payload(tokens.IdToken).GetProperty("sub").GetString());
            Assert.Equal(daughter, TokenAnswer.Payload(tokens.IdToken).GetProperty("act").GetProperty("sub").GetString());
            Assert.Equal(mother, (await client.UserInfoAsync(tokens.AccessToken))["sub"]);
        }

        foreach (var asked in new[] { IdToken(Value(daughter)), UserInfo(Value(daughter)), Both(Value(mother), Value(daughter)), IdToken(Values()), IdToken("{\"value\":7}") })
            Assert.Equal("login_required", (await people.SignInAsync(client, "r2", mandate, ("claims", asked))).Error);
        Assert.Equal("login_required", (await people.SignInAsync(client, "r2", null, ("claims", IdToken(Value(mother))))).Error);
        // Where nothing may be asked she is there for herself.
        Assert.Equal("login_required", (await people.SignInAsync(client, "r2", null, ("claims", IdToken(Value(mother))), ("prompt", "none"))).Error);
        Assert.NotNull((await people.SignInAsync(client, "r2", null, ("claims", IdToken(Value(daughter))), ("prompt", "none"))).Code);

        static string Value(string sub) => $$"""{"value":"{{sub}}"}""";
        static string Values(params string[] subs) => $$"""{"values":{{JsonSerializer.Serialize(subs)}}}""";
        static string IdToken(string sub) => $$$"""{"id_token":{"sub":{{{sub}}}}}""";
        static string UserInfo(string sub) => $$$"""{"userinfo":{"sub":{{{sub}}}}}""";
        static string Both(string idToken, string userInfo) => $$$"""{"id_token":{"sub":{{{idToken}}}},"userinfo":{"sub":{{{userInfo}}}}}""";
    }

    [Fact]
    public async Task The_way_back_from_the_question_outlives_a_pushed_request()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        await people.SignInAsync(client, "r2", null);
        var asked = QueryHelpers.ParseQuery(client.AuthorizeAddress().Query);
        var pushed = await client.AskAsync("connect/par", [.. asked.Where(one => one.Key != "client_id").Select(one => (one.Key, (string?)one.Value.ToString()))]);
        var address = new Uri(sandbox.Ports.HubAddress, $"connect/authorize?client_id=yueshengshi&request_uri={Uri.EscapeDataString(pushed["request_uri"]!)}");

        var signedIn = await people.SignInAtAsync(address, "r2", mandate);

        var question = Assert.Single(signedIn.Shown);
        Assert.Contains("journey=", QueryHelpers.ParseQuery(question.Address.Query)["back"].ToString(), StringComparison.Ordinal);
        Assert.NotNull(signedIn.Code);
    }

    [Fact]
    public async Task No_token_outlives_the_mandate_and_none_is_offered_whose_home_was_taken_out()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        var end = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds());
        await ChangeAsync(mandate, end);
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code);
        // Neither ten minutes nor twenty, as they otherwise have.
        Assert.All(new[] { tokens.IdToken, tokens.AccessToken }, token =>
            Assert.True(TokenAnswer.Payload(token).GetProperty("exp").GetInt64() <= end.AddMinutes(1).ToUnixTimeSeconds()));

        await using (var scope = sandbox.HubServices.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<Mandate>().Where(row => row.Id == mandate.Id)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Home, "taken-out"), Stop);

        Assert.Contains("CB2090", (await client.UserInfoAsync(tokens.AccessToken)).Challenge, StringComparison.Ordinal);
        var shown = (await people.SignInAsync(client, "r2", null)).Shown;
        Assert.DoesNotContain(shown.SelectMany(page => page.Forms).SelectMany(form => form.Buttons), button => button.Value == mandate.Id);
    }

    [Fact]
    public async Task A_service_hears_of_her_own_cases_by_her_own_consent_and_of_the_others_by_that_of_the_mandate()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var agent = await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code);
        var mothers = await client.RedeemAsync((await people.SignInAsync(client, "r4", null)).Code);
        var filed = (await client.ApplyAsync(agent.AccessToken, "heard-agent", new { item = "gd-hc-001", form = new { } }))["caseNumber"]!;
        var own = (await client.ApplyAsync(mothers.AccessToken, "heard-own", new { item = "gd-hc-001", form = new { } }))["caseNumber"]!;
        var later = TimeProvider.System.GetUtcNow().AddDays(1);
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        context.AddRange(new[] { filed, own }.Select(number => new StatusNotice
        {
            Id = Guid.NewGuid().ToString("N"), ClientId = "yueshengshi", CaseNumber = number, CaseStatus = ApplicationStatus.Accepted, At = later, DueAt = later, GiveUpAt = later.AddDays(1),
        }));
        await context.SaveChangesAsync(Stop);

        foreach (var consent in (await sandbox.RowsAsync<Consent>()).Where(row => row.ResidentId == mandate.GivenBy && row.ClientId == "yueshengshi"
            && row.PurposeKey != MandateNotice.PurposeKey && row.WithdrawnAt is null))
            Assert.True((await scope.ServiceProvider.GetRequiredService<IConsents>().WithdrawAsync(mandate.GivenBy, null, consent.Id, Stop)).Succeeded);

        Assert.Equal((NoticeStatus.Waiting, NoticeStatus.NotOffered), (await StandingAsync(filed), await StandingAsync(own)));
        await people.PressAsync("r4", "withdraw", mandate);
        Assert.Equal(NoticeStatus.NotOffered, await StandingAsync(filed));
        var withdrawn = (await sandbox.RowsAsync<AuditEntry>()).Where(entry => entry.Kind == "consent.withdrawn").Select(entry => entry.SubjectReference).ToList();
        Assert.All(mandate.ConsentIds, consent => Assert.Contains(consent, withdrawn));

        async Task<NoticeStatus> StandingAsync(string number) => (await sandbox.RowsAsync<StatusNotice>()).Single(row => row.CaseNumber == number && row.DueAt > later.AddHours(-1)).Status;
    }

    [Fact]
    public async Task An_answer_that_was_sealed_for_somebody_else_answers_nothing()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        await people.SignInAsync(client, "r2", mandate);
        var answer = people.Browser("r2").Visited.Select(address => QueryHelpers.ParseQuery(address.Query))
            .Where(query => query.ContainsKey("acting")).Select(query => query["acting"].ToString()).Last();
        await people.HandOverAsync("r1", "r6", items: "items=gd-hc-001");

        using var theirs = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var page = (await people.SignInAsync(theirs, "r6", null, ("acting", answer))).Shown[^1];

        Assert.Equal("/sign-in/for-whom", page.Address.AbsolutePath);
        Assert.DoesNotContain(page.Forms.SelectMany(form => form.Buttons), button => button.Value == mandate.Id);
    }

    private async Task ChangeAsync(Mandate mandate, DateTimeOffset until)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<Mandate>().Where(row => row.Id == mandate.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.ValidUntil, until), Stop);
    }

    private static (int, string?) CodeOf(TokenAnswer answer) => (answer.Status, answer["code"]);

    private static Task<TokenAnswer> IntrospectAsync(RelyingPartyClient client, string token) => client.AskAsync("connect/introspect", ("token", token));

    private static Task<TokenAnswer> ExchangeAsync(RelyingPartyClient client, string token) => client.AskAsync(
        "connect/token", ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), ("subject_token", token),
        ("subject_token_type", AccessToken), ("audience", Department), ("scope", "applications"));
}

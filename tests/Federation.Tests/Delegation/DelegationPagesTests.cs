using System.Net;
using CrossBorder.Federation.Accounts.Reviews;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Officers;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Delegation;

/// <summary>What people and officers do at the pages, and what others try there.</summary>
public sealed class DelegationPagesTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_the_pages_an_agent_files_for_the_principal_under_a_banner_and_nothing_else()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2", services: "");
        await people.PressAsync("r2", "act", mandate);

        var form = await people.GoAsync("r2", "apply/gd-hc-001?lang=en");
        Assert.Contains("You are acting for 吳** NG M. L.", form.Text, StringComparison.Ordinal);
        // She gave no numbers of documents; that somebody looked stands in her list.
        Assert.Contains("Known, and not shown to who acts for somebody", form.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"H\d{8}", form.Text);
        Assert.Contains(await sandbox.RowsAsync<AuditEntry>(), entry => entry.Kind == PersonalDataRead.Kind && entry.SubjectReference == mandate.GivenBy);
        var filed = await people.Browser("r2").SubmitAsync(form.Forms.Single(one => one.Fields.Count > 1), cancellationToken: Stop);

        Assert.Contains("filed=new", filed.Address.Query, StringComparison.Ordinal);
        var application = (await sandbox.RowsAsync<Application>()).Single(row => row.MandateId == mandate.Id);
        Assert.Equal(mandate.GivenBy, application.ResidentId);
        Assert.NotEqual(mandate.GivenBy, application.AgentId);
        Assert.Contains(application.CaseNumber, (await people.GoAsync("r2", "cases")).Text, StringComparison.Ordinal);
        // What is for the person alone is closed, and what was not named is refused before anything of hers is shown.
        var other = await people.GoAsync("r2", "apply/gd-si-003?lang=en");
        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        Assert.Contains("CB5188", other.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("吳美玲|Mei Ling", other.Text);
        foreach (var closed in new[] { $"cases/{application.CaseNumber}/withdraw", "offers", "delegations/new" })
            Assert.Contains("CB5187", (await people.GoAsync("r2", closed)).Text, StringComparison.Ordinal);

        // Taken back in the middle, she is not put to her own matters without knowing it.
        await people.PressAsync("r4", "withdraw", mandate);
        Assert.Contains("CB5194", (await people.GoAsync("r2", "apply/gd-hc-001")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You are acting for", (await people.GoAsync("r2", "cases?lang=en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_somebody_who_acts_asks_for_their_mandate_once_and_says_whose_details_are_shown()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2", services: "");
        var agent = (await MandateAsync(mandate.Id)).AgentId!;
        await people.PressAsync("r2", "act", mandate);

        foreach (var (language, said) in new[]
        {
            ("en", "This comes from the sign-in of 吳** NG M. L., as it was when they authorised you."), ("zh-Hant", "這些資料來自 吳** NG M. L. 授權時的登入身份"),
            ("zh-Hans", "以下信息来自 吳** NG M. L. 授权时的登录身份"),
        })
        {
            using var asked = new MandateQuestions(mandate.Id, agent);
            var form = await people.GoAsync("r2", "apply/gd-hc-001?lang=" + language);
            Assert.Equal(1, asked.Count);
            Assert.Contains(said, form.Text, StringComparison.Ordinal);
            Assert.DoesNotMatch("your sign-in|您的登入|您的登录", form.Text);
        }

        // Where no gate asks, the banner does; at a door that is closed to agents, the gate has asked.
        foreach (var page in new[] { "?lang=en", "offers?lang=en" })
        {
            using var asked = new MandateQuestions(mandate.Id, agent);
            Assert.Contains("You are acting for 吳** NG M. L.", (await people.GoAsync("r2", page)).Text, StringComparison.Ordinal);
            Assert.Equal(1, asked.Count);
        }
    }

    [Fact]
    public async Task A_code_holds_once_not_for_who_gave_it_and_not_for_who_guesses()
    {
        using var people = new Household(sandbox);
        var (code, _) = await people.GiveAsync("r4");
        Assert.Contains("CB5193", (await people.AcceptAsync("r4", code)).Text, StringComparison.Ordinal);
        Assert.Contains("said=accepted", (await people.AcceptAsync("r2", code)).Address.Query, StringComparison.Ordinal);
        Assert.Contains("CB5191", (await people.AcceptAsync("r2", code)).Text, StringComparison.Ordinal);

        for (var wrong = 0; wrong < CodeTries.Most; wrong++)
            Assert.Contains("CB5191", (await people.AcceptAsync("r1", "BBBB-BBBB")).Text, StringComparison.Ordinal);
        var (next, offered) = await people.GiveAsync("r4");
        var locked = await people.AcceptAsync("r1", next);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.Status);
        Assert.Contains("CB5192", locked.Text, StringComparison.Ordinal);
        // Nobody else is kept out by it.
        Assert.Contains("said=accepted", (await people.AcceptAsync("r2", next)).Address.Query, StringComparison.Ordinal);
        Assert.Equal(MandateState.Active, (await MandateAsync(offered.Id)).State);
    }

    [Fact]
    public async Task A_code_for_one_person_ends_in_the_hands_of_another()
    {
        using var people = new Household(sandbox);
        var (meant, _) = await people.GiveAsync("r4", document: "4567");
        var look = await people.GoAsync("r2", $"delegations/accept?lang=en&code={meant}");
        Assert.Contains("CB5191", look.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("NG M. L.|health card", look.Text);
        Assert.Contains("said=accepted", (await people.AcceptAsync("r6", meant)).Address.Query, StringComparison.Ordinal);

        var (stolen, mandate) = await people.GiveAsync("r4", document: "4567");
        for (var tries = 0; tries < AcceptMandate.MostWrongDocuments; tries++)
            Assert.Contains("CB5191", (await people.AcceptAsync("r2", stolen)).Text, StringComparison.Ordinal);
        Assert.Contains("CB5191", (await people.AcceptAsync("r6", stolen)).Text, StringComparison.Ordinal);
        Assert.Equal((MandateState.Ended, MandateEvent.CodeAbused), ((await MandateAsync(mandate.Id)).State, (await MandateAsync(mandate.Id)).EndedBy));
    }

    [Fact]
    public async Task Two_wrong_documents_at_the_same_moment_count_two()
    {
        using var people = new Household(sandbox);
        var (code, offered) = await people.GiveAsync("r4", document: "ZZZZ");
        // Signed in before, so that they meet.
        foreach (var resident in new[] { "r2", "r6" })
            Assert.Equal(HttpStatusCode.OK, (await people.GoAsync(resident, "delegations")).Status);

        var looks = await Task.WhenAll(new[] { "r2", "r6" }.Select(resident => people.GoAsync(resident, $"delegations/accept?code={code}")));

        Assert.All(looks, look => Assert.Contains("CB5191", look.Text, StringComparison.Ordinal));
        Assert.Equal(2, (await MandateAsync(offered.Id)).WrongDocuments);
    }

    [Fact]
    public async Task Both_hear_by_mail_what_became_of_it_and_of_an_end_that_was_near_from_the_start_nothing()
    {
        using var people = new Household(sandbox);
        var first = await people.HandOverAsync("r4", "r2");
        await ChangeAsync<ResidentContact>(rows => rows.Add(new ResidentContact
        {
            ResidentId = first.GivenBy, Language = "en", Address = "mother@example.test", ConfirmedAt = TimeProvider.System.GetUtcNow(),
        }));
        await people.PressAsync("r4", "withdraw", first);
        var days = TimeProvider.System.GetUtcNow().AddDays(2);
        var second = await people.HandOverAsync("r4", "r2");
        await ChangeAsync<Mandate>(rows => rows.Where(row => row.Id == second.Id).ExecuteUpdate(update => update.SetProperty(row => row.ValidUntil, days)));

        await sandbox.HubServices.GetRequiredService<MandateWorker>().LookAsync(Stop);

        Assert.NotNull((await MandateAsync(second.Id)).RemindedAt);
        var told = (await sandbox.RowsAsync<ResidentNotice>()).Where(row => row.ResidentId == first.GivenBy && row.Mandate is not null).OrderBy(row => row.At);
        Assert.Equal([MandateNews.Ended, MandateNews.Accepted], told.Select(row => row.Mandate!.Value));
    }

    [Theory]
    [InlineData("relation=parent&items=gd-hc-001&days=31")]
    [InlineData("relation=family&items=gd-cr-003&days=31")]
    [InlineData("relation=family&items=gd-no-003&days=31")]
    [InlineData("relation=family&items=gd-ee-001&days=31")]
    [InlineData("relation=family&days=31")]
    [InlineData("relation=family&items=gd-hc-001&days=366")]
    [InlineData("relation=assistant&items=gd-hc-001&days=92")]
    [InlineData("relation=family&items=gd-hc-001&days=31&services=public-rp")]
    [InlineData("relation=staff&items=gd-cr-003&days=31")]
    public async Task What_cannot_be_given_is_refused_with_CB5190(string wish)
    {
        using var people = new Household(sandbox);

        var refused = await people.GoAsync("r2", "delegations/check?" + wish);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("CB5190", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_mandate_is_unknown_and_a_form_without_its_token_does_nothing()
    {
        using var people = new Household(sandbox);
        var mandate = await people.HandOverAsync("r4", "r2");
        var page = await people.GoAsync("r6", "delegations");
        var address = new Uri(sandbox.Ports.HubAddress, "delegations?handler=withdraw");
        var token = page.Forms.Count > 0 ? page.Forms[0].Fields["__RequestVerificationToken"] : (await people.GoAsync("r6", "sign-out")).Forms[0].Fields["__RequestVerificationToken"];

        var foreign = await PostAsync(people, "r6", address, ("id", mandate.Id), ("__RequestVerificationToken", token));
        Assert.Contains("CB5194", foreign.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(people, "r4", address, ("id", mandate.Id))).Status);
        Assert.Equal(MandateState.Active, (await MandateAsync(mandate.Id)).State);
    }

    [Fact]
    public async Task A_legal_representative_lets_staff_act_for_the_enterprise_that_the_register_names()
    {
        using var people = new Household(sandbox);
        var asked = await people.GoAsync("r1", "delegations/enterprise?lang=en");
        await people.Browser("r1").SubmitAsync(asked.Forms.Single(form => form.Fields.ContainsKey("notice")), cancellationToken: Stop);
        var mandate = await people.HandOverAsync("r1", "r2", "staff", "items=gd-cr-003", "&services=yueshangtong");
        Assert.Equal(("广州示例贸易有限公司", "91350100M000100Y43"), (EnterpriseFacts.Read(mandate.Enterprise!).Name, EnterpriseFacts.Read(mandate.Enterprise!).Code));

        using var client = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        var tokens = await client.RedeemAsync((await people.SignInAsync(client, "r2", mandate)).Code);

        Assert.Equal("staff", TokenAnswer.Payload(tokens.AccessToken).GetProperty("urn:crossborder:delegation").GetProperty("relation").GetString());
        var info = await client.UserInfoAsync(tokens.AccessToken);
        Assert.Equal(("广州示例贸易有限公司", "91350100M000100Y43"), (info["name"], info["unified_social_credit_code"]));
        Assert.Null(info["birthdate"]);
        // The enterprise goes by a name of its own, which is not that of who represents it.
        using var own = new RelyingPartyClient(sandbox.Ports, "yueshangtong");
        var representative = await own.RedeemAsync((await people.SignInAsync(own, "r1", null)).Code);
        Assert.NotEqual(TokenAnswer.Payload(representative.AccessToken).GetProperty("sub").GetString(), info["sub"]);
        // r2 represents nobody.
        asked = await people.GoAsync("r2", "delegations/enterprise?lang=en");
        await people.Browser("r2").SubmitAsync(asked.Forms.Single(form => form.Fields.ContainsKey("notice")), cancellationToken: Stop);
        Assert.Contains("CB5190", (await people.GoAsync("r2", "delegations/check?relation=staff&items=gd-cr-003&days=31")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_register_shows_no_parent_a_reviewer_who_saw_the_papers_decides_and_nobody_else()
    {
        var (first, second) = (await WaitingAsync(), await WaitingAsync());
        foreach (var other in new[] { "officer-a", "auditor", "operator" })
        {
            using var officer = await SandboxOfficer.EnterAsync(sandbox, other);
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync("/console/mandates?handler=decide", ("id", first), ("step", "confirm"), ("reason", "Saw the birth certificate."))).Status);
        }

        using var reviewer = await SandboxOfficer.EnterAsync(sandbox, "reviewer");
        Assert.Contains("陳** CHAN S. M.", (await reviewer.GoAsync("/console/mandates")).Text, StringComparison.Ordinal);
        var refused = await reviewer.PostAsync("/console/mandates?handler=decide", ("id", first), ("step", "confirm"), ("reason", "yes"));
        Assert.Contains("CB6167", refused.Text, StringComparison.Ordinal);
        Assert.Contains(">yes</textarea>", refused.Html, StringComparison.Ordinal);
        foreach (var (id, step) in new[] { (first, "confirm"), (second, "refuse") })
            Assert.Equal(HttpStatusCode.Found, (await reviewer.PostAsync("/console/mandates?handler=decide", ("id", id), ("step", step), ("reason", "Saw the birth certificate."))).Status);
        Assert.Contains("CB6166", (await reviewer.PostAsync("/console/mandates?handler=decide", ("id", first), ("step", "confirm"), ("reason", "Saw the birth certificate."))).Text, StringComparison.Ordinal);

        Assert.Equal((MandateState.Active, RelationProof.Officer), ((await MandateAsync(first)).State, (await MandateAsync(first)).Proof));
        Assert.Equal((MandateState.Ended, MandateEvent.EndedByOfficer), ((await MandateAsync(second)).State, (await MandateAsync(second)).EndedBy));
        Assert.Equal(HttpStatusCode.Found, (await reviewer.PostAsync("/console/mandates?handler=decide", ("id", first), ("step", "refuse"), ("reason", "The court took custody away."))).Status);
        Assert.Equal(MandateState.Ended, (await MandateAsync(first)).State);
        Assert.Contains(await sandbox.RowsAsync<AuditEntry>(), entry => entry.Kind == "mandate.confirmed" && entry.SubjectReference == first
            && entry.ActorKind == AuditActors.Officer && !entry.Details.Contains("certificate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_lets_a_parent_act_once_a_reviewer_has_compared_the_two_and_both_see_who_looked()
    {
        using var people = new Household(sandbox);
        var (adults, _) = await people.GiveAsync("r4");
        Assert.Contains("CB5193", (await people.AcceptAsync("r7", adults)).Text, StringComparison.Ordinal);
        Assert.Contains("CB5190", (await people.GoAsync("r7", "delegations/check?relation=family&items=gd-hc-001&days=31")).Text, StringComparison.Ordinal);
        var (code, mandate) = await people.GiveAsync("r7", "parent");
        Assert.Contains("said=waits", (await people.AcceptAsync("r2", code)).Address.Query, StringComparison.Ordinal);
        foreach (var other in new[] { "officer-a", "auditor" })
        {
            using var officer = await SandboxOfficer.EnterAsync(sandbox, other);
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync("/console/mandates?handler=look", ("id", mandate.Id), ("why", "Decision"))).Status);
        }

        using var reviewer = await SandboxOfficer.EnterAsync(sandbox, "reviewer");
        var list = await reviewer.GoAsync("/console/mandates");
        Assert.Contains("黃** WONG P. S.", list.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("Pui Shan|Siu Ming|2015-05-20|1985-06-15", list.Text);
        Assert.Empty(await LooksAsync());
        var shown = await reviewer.PostAsync("/console/mandates?handler=look", ("id", mandate.Id), ("why", "ResidentAsked"));
        foreach (var expected in new[] { "黃佩珊 WONG Pui Shan", "2015-05-20", "黃小明 WONG Siu Ming", "1985-06-15", "Parent" })
            Assert.Contains(expected, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("S345678|H67890123|G123456|H23456789|8525123", shown.Html);
        var look = Assert.Single(await LooksAsync());
        Assert.Equal(AuditActors.Officer, look.ActorKind);
        foreach (var detail in new[] { "\"actor\":\"reviewer\"", "\"record\":\"mandate\"", "\"why\":\"ResidentAsked\"" })
            Assert.Contains(detail, look.Details, StringComparison.Ordinal);

        // A decision that is refused shows the two again where they were shown, and only there; that is one more look.
        (string, string)[] tooShort = [("id", mandate.Id), ("step", "confirm"), ("reason", "seen")];
        Assert.DoesNotContain("2015-05-20", (await reviewer.PostAsync("/console/mandates?handler=decide", tooShort)).Text, StringComparison.Ordinal);
        Assert.Single(await LooksAsync());
        var again = shown.Forms.Single(form => form.Fields.GetValueOrDefault("looked") is not null).Fields["looked"];
        var refused = await reviewer.PostAsync("/console/mandates?handler=decide", [.. tooShort, ("looked", again)]);
        foreach (var expected in new[] { "CB6167", "2015-05-20", "1985-06-15" })
            Assert.Contains(expected, refused.Text, StringComparison.Ordinal);
        Assert.Contains(">seen</textarea>", refused.Html, StringComparison.Ordinal);
        Assert.Equal(2, (await LooksAsync()).Count(one => one.Details.Contains("ResidentAsked", StringComparison.Ordinal)));

        Assert.NotNull((await MandateAsync(mandate.Id)).ComparedAgent);
        Assert.Equal(HttpStatusCode.Found, (await reviewer.PostAsync(
            "/console/mandates?handler=decide", ("id", mandate.Id), ("step", "confirm"), ("reason", "Saw the birth certificate."))).Status);
        var confirmed = await MandateAsync(mandate.Id);
        Assert.Equal((MandateState.Active, RelationProof.Officer, null), (confirmed.State, confirmed.Proof, confirmed.ComparedAgent));
        Assert.Contains("CB6166", (await reviewer.PostAsync("/console/mandates?handler=look", ("id", mandate.Id), ("why", "Decision"))).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await LooksAsync()).Count);
        foreach (var resident in new[] { "r7", "r2" })
            Assert.Contains("to check who is whose parent", (await people.GoAsync(resident, "consents?lang=en")).Text, StringComparison.Ordinal);
        await people.PressAsync("r2", "act", mandate);
        Assert.Contains("You are acting for 黃** WONG P. S.", (await people.GoAsync("r2", "apply/gd-hc-001?lang=en")).Text, StringComparison.Ordinal);

        async Task<List<AuditEntry>> LooksAsync() =>
            [.. (await sandbox.RowsAsync<AuditEntry>()).Where(entry => entry.Kind == PersonalDataRead.Kind && entry.SubjectReference == mandate.Id)];
    }

    [Fact]
    public async Task Who_looks_while_somebody_decides_is_shown_nobody_CB6166_and_stops_no_decision()
    {
        var id = await WaitingAsync();
        var officer = new OfficerPresence("session", "reviewer", "reviewer", OfficerRole.Reviewer);
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        // Read by both before either writes.
        var mandates = scope.ServiceProvider.GetRequiredService<IMandates>();
        Assert.NotNull(await mandates.FindAsync(id, Stop));
        await using (var other = sandbox.HubServices.CreateAsyncScope())
            Assert.True((await other.ServiceProvider.GetRequiredService<ConfirmMandate>().DecideAsync(id, true, "Saw the birth certificate.", officer, Stop)).Succeeded);

        var late = await scope.ServiceProvider.GetRequiredService<LookAtMandate>().ReadAsync(id, ReadPurpose.Decision, officer, Stop);

        Assert.Equal("CB6166", late.Error.Code);
        Assert.DoesNotContain(await sandbox.RowsAsync<AuditEntry>(), entry => entry.Kind == PersonalDataRead.Kind && entry.SubjectReference == id);
        // Who only looked changed nothing that another one holds.
        var second = await WaitingAsync();
        var held = (await mandates.FindAsync(second, Stop))!;
        await using (var other = sandbox.HubServices.CreateAsyncScope())
        {
            var looking = other.ServiceProvider.GetRequiredService<IMandates>();
            Assert.True(await looking.SaveUnchangedAsync((await looking.FindAsync(second, Stop))!, Stop));
        }

        held.Revision++;
        Assert.True(await mandates.SaveAsync(Stop));
    }

    /// <summary>A child that no home of the demonstration knows, as it stands after a parent accepted.</summary>
    private async Task<string> WaitingAsync()
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var mandates = scope.ServiceProvider.GetRequiredService<IMandates>();
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.NewGuid().ToString("N");
        mandates.Add(new Mandate
        {
            Id = id, PrincipalId = "child-" + id, GivenBy = "child-" + id, AgentId = "parent-" + id, Relation = MandateRelation.Parent.Name, Items = "gd-ed-003",
            Scopes = "profile applications", Consents = "", OfferedAt = now, AcceptedAt = now, ValidUntil = now.AddDays(300), CodeUntil = now.AddDays(1), State = MandateState.Confirming,
            Assurance = AssuranceLevel.High.ToUrn(), Home = "hk", VerifiedAt = now, Identity = "", Assertion = "", PrincipalName = "陳** CHAN S. M.", AgentName = "陳** CHAN T. M.",
        });
        Assert.True(await mandates.SaveAsync(Stop));
        return id;
    }

    private async Task ChangeAsync<TRow>(Action<DbSet<TRow>> change)
        where TRow : class
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        change(context.Set<TRow>());
        await context.SaveChangesAsync(Stop);
    }

    private async Task<Mandate> MandateAsync(string id) => (await sandbox.RowsAsync<Mandate>()).Single(row => row.Id == id);

    private static Task<Page> PostAsync(Household people, string resident, Uri address, params (string Name, string Value)[] fields) =>
        people.Browser(resident).SubmitAsync(
            new PageForm(address, true, fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal), []), cancellationToken: Stop);
}

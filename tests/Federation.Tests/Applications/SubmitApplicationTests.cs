using System.Text;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class SubmitApplicationTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task One_transaction_stores_case_deliveries_and_audit_entry(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);

        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-001"))).Value;

        Assert.Equal(ApplicationStatus.Submitted, filed.Status);
        Assert.Equal("zh-hrss", Assert.Single(filed.Deliveries).Department);
        var kinds = await desk.UseAsync<HubDbContext, List<string>>(context => context.Set<AuditEntry>()
            .Where(entry => entry.Kind.StartsWith("application.")).Select(entry => entry.Kind).ToListAsync());
        Assert.Equal("application.submitted", Assert.Single(kinds));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task The_same_key_and_body_get_the_same_answer_and_another_body_is_refused_with_CB5002(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var request = Requests.Complete("gd-si-005");

        var first = await desk.SubmitAsync(request);
        var again = await desk.SubmitAsync(request);
        var other = await desk.SubmitAsync(request with { Form = new Dictionary<string, string>(request.Form) { ["bank_account"] = "6222" } });
        var otherPerson = await desk.SubmitAsync(request, People.Applicant("r2"));

        Assert.Equal(first.Value.CaseNumber, again.Value.CaseNumber);
        Assert.Equal(first.Value.Deliveries, again.Value.Deliveries);
        Assert.Equal(first.Value.SubmittedAt, again.Value.SubmittedAt);
        Assert.Equal("CB5002", other.Error.Code);
        Assert.NotEqual(first.Value.CaseNumber, otherPerson.Value.CaseNumber);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task The_same_request_many_times_at_once_is_filed_once(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var request = Requests.Complete("gd-si-001");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.SubmitAsync(request)));

        Assert.Single(answers.Select(answer => answer.Value.CaseNumber).Distinct());
        Assert.Equal(1, await desk.UseAsync<HubDbContext, int>(context => context.Set<Application>().CountAsync()));
        Assert.Equal(1, await desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>().CountAsync()));
    }

    [Fact]
    public async Task A_refused_application_leaves_nothing_behind()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

        var refused = await desk.SubmitAsync(Requests.Empty("gd-si-005"));

        Assert.Contains(refused.Errors, error => error is { Code: "CB5010", Pointer: "/form/bank_account" });
        Assert.Equal(0, await desk.UseAsync<HubDbContext, int>(context => context.Set<Application>().CountAsync()));
        Assert.Equal(0, await desk.UseAsync<HubDbContext, int>(context => context.Set<IdempotencyKey>().CountAsync()));
    }

    [Fact]
    public async Task Without_consent_no_licence_is_looked_up_and_the_refusal_says_why_it_is_asked_for()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

        var refused = await desk.SubmitAsync(Requests.Complete("gd-si-001"), People.Applicant() with { LicenceConsent = null });
        await desk.SubmitAsync(Requests.Complete("gd-si-001"));

        Assert.All(
            [("CB5010", "/form/gd_address"), ("CB5014", "/materials/residence-permit")],
            expected => Assert.Contains(refused.Errors, error => (error.Code, error.Pointer) == expected
                && error.Detail.Contains("has not agreed", StringComparison.Ordinal)));
        var looks = await desk.UseAsync<HubDbContext, List<AuditEntry>>(context => context.Set<AuditEntry>().Where(entry => entry.Kind == PersonalDataRead.Kind).ToListAsync());
        Assert.Contains("residence-permit", Assert.Single(looks).Details, StringComparison.Ordinal);
        Assert.Equal("resident-r1", looks[0].SubjectReference);
    }

    [Theory]
    [InlineData("gd-xx-999", null, "CB5004")]
    [InlineData(null, "no-such-bundle", "CB5004")]
    [InlineData(null, null, "CB5004")]
    [InlineData("gd-si-001", "newborn", "CB5004")]
    [InlineData("gd-ee-001", null, "CB5005")]
    public async Task What_cannot_be_filed_is_refused_with_its_code(string? item, string? bundle, string code)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

        Assert.Equal(code, (await desk.SubmitAsync(Requests.Empty(item, bundle))).Error.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("非")]
    public async Task A_key_that_is_none_is_refused_with_CB5001(string key)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

        Assert.Equal("CB5001", (await desk.SubmitAsync(Requests.Complete("gd-si-001", key))).Error.Code);
    }

    [Fact]
    public async Task Too_low_an_assurance_is_refused_with_CB5030_and_the_level_to_ask_for()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

        var refused = await desk.SubmitAsync(Requests.Complete("gd-si-001"), People.Applicant("r4", AssuranceLevel.Low));

        Assert.Equal("CB5030", refused.Error.Code);
        Assert.Equal("urn:crossborder:loa:substantial", refused.Error.Detail);
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_leaves_the_typing_to_the_resident()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false, licences: false);
        var request = Requests.Complete("gd-si-003");

        var asked = await desk.SubmitAsync(request);
        var typed = await desk.SubmitAsync(request with { Form = new Dictionary<string, string>(request.Form) { ["insured_city"] = "珠海" } });

        Assert.Equal("CB5010", Assert.Single(asked.Errors).Code);
        Assert.True(typed.Succeeded);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_upload_rests_encrypted_and_belongs_to_who_sent_it(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7 bank account of nobody");

        var uploaded = (await UploadAsync(desk, "resident-r1", "bank-account-proof", pdf)).Value;
        var request = Requests.Complete("gd-si-001") with { Commitments = [], Materials = [new("bank-account-proof", uploaded.Id)] };

        Assert.StartsWith("sha256:", uploaded.Digest, StringComparison.Ordinal);
        Assert.Equal("CB5015", (await desk.SubmitAsync(request, People.Applicant("r2"))).Error.Code);
        Assert.True((await desk.SubmitAsync(request)).Succeeded);
        var stored = await desk.UseAsync<HubDbContext, byte[]>(context =>
            context.Database.SqlQuery<byte[]>($"""SELECT "Sealed" AS "Value" FROM "MaterialChunks" """).SingleAsync());
        Assert.DoesNotContain("bank account", Encoding.ASCII.GetString(stored), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_is_given_to_the_department_whose_delivery_names_it_and_to_no_other()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7 bank account of nobody");
        var uploaded = (await UploadAsync(desk, "resident-r1", "bank-account-proof", pdf)).Value;
        var unused = (await UploadAsync(desk, "resident-r1", "bank-account-proof", pdf)).Value;
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-001") with { Materials = [new("bank-account-proof", uploaded.Id)] })).Value;
        var delivery = filed.Deliveries[0].Id;

        Assert.Equal(pdf, await ReadAsync("zh-hrss", delivery, uploaded.Id));
        Assert.Null(await ReadAsync("gd-hrss", delivery, uploaded.Id));
        Assert.Null(await ReadAsync("zh-hrss", delivery, unused.Id));

        Task<byte[]?> ReadAsync(string department, string id, string material) => desk.UseAsync<IMaterialStore, byte[]?>(async store =>
            await store.ReadDeliveredAsync(department, id, material, default) is { } read ? await read.Content.AllAsync() : null);
    }

    [Theory]
    [InlineData("photo", "<script>alert(1)</script>", "CB5021")]
    [InlineData("photo", "", "CB5022")]
    [InlineData("no-such-material", "%PDF-1.7", "CB5022")]
    public async Task An_upload_that_is_none_is_refused_with_its_code(string slug, string content, string code)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

        Assert.Equal(code, (await UploadAsync(desk, "resident-r1", slug, Encoding.ASCII.GetBytes(content))).Error.Code);
    }

    [Fact]
    public async Task An_upload_above_the_limit_is_refused_with_CB5020()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var content = new byte[UploadMaterialHandler.MaximumLength + 1];
        "%PDF-"u8.CopyTo(content);

        Assert.Equal("CB5020", (await UploadAsync(desk, "resident-r1", "photo", content)).Error.Code);
    }

    [Fact]
    public async Task Another_residents_case_is_unknown_with_CB5040()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-001"))).Value;

        var found = await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.FindAsync("resident-r2", filed.CaseNumber, default));
        var withdrawn = await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r2", filed.CaseNumber, default));
        var listed = await desk.UseAsync<ICases, IReadOnlyList<CaseView>>(cases => cases.ListAsync("resident-r2", default));

        Assert.Equal("CB5040", found.Error.Code);
        Assert.Equal("CB5040", withdrawn.Error.Code);
        Assert.Empty(listed);
    }

    private static Task<Outcome<UploadedMaterial>> UploadAsync(ApplicationsDesk desk, string resident, string slug, byte[] content) =>
        desk.UseAsync<IUploadMaterial, Outcome<UploadedMaterial>>(upload => upload.UploadAsync(resident, slug, new MemoryStream(content), default));
}

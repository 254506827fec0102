using System.Net.Http.Json;
using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.Portal;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Catalogue.Versions;

/// <summary>A case that was filed before a version came goes on under its own: by its names, to its end, or back.</summary>
public sealed class RunningCaseTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Item = "gd-si-003", Other = "gd-si-002";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_of_an_item_that_is_gone_keeps_its_name_and_is_completed()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        var desk = portal.Desk;
        using var visitor = await portal.VisitAsync("r1");
        await desk.BeginAsync();
        var name = desk.Offered().Find(Item).Value.Name.En;
        var number = (await desk.SubmitAsync(Requests.Complete(Item))).Value.CaseNumber;

        await desk.OfferAsync(Edited.Catalogue("2027-01", catalogue => catalogue.Remove(Item)));
        await desk.DeliverAsync();
        var delivery = Assert.Single((await desk.CaseAsync(number)).Deliveries);
        using var http = await desk.ListenAsync();
        Assert.Equal("202", await http.TellAsync(delivery.Department, departments.Event(delivery.Department, delivery.Id, 1, "completed")).SaysAsync());
        var list = await visitor.SeeAsync("/cases");
        var page = await visitor.SeeAsync($"/cases/{number}");
        var evidence = await desk.UseAsync<ICases, Outcome<string>>(cases => cases.EvidenceAsync("resident-r1", number, Stop));

        Assert.Contains(name, list.Text, StringComparison.Ordinal);
        Assert.Contains(name, page.Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationStatus.Completed, (await desk.CaseAsync(number)).Status);
        Assert.True(evidence.Succeeded);
        Assert.Equal("CB5004", (await desk.SubmitAsync(Requests.Complete(Item, "again"))).Error.Code);
        Assert.Equal("2027-01", (await http.GetFromJsonAsync<JsonElement>($"api/items/{Other}", Stop)).GetProperty("version").GetString());
        Assert.Equal("CB5003", await CodeAsync(http));
        Assert.DoesNotContain(Item, await http.GetStringAsync("api/items?pageSize=200", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_of_an_item_that_is_renamed_keeps_the_old_name_and_a_new_one_has_the_new()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        var desk = portal.Desk;
        using var visitor = await portal.VisitAsync("r1");
        await desk.BeginAsync();
        var name = desk.Offered().Find(Item).Value.Name.En;
        var before = (await desk.SubmitAsync(Requests.Complete(Item))).Value.CaseNumber;

        await desk.OfferAsync(Edited.Catalogue("2027-01", catalogue => catalogue.Rename(Item, "Quite another name")));
        var after = (await desk.SubmitAsync(Requests.Complete(Item, "again"))).Value.CaseNumber;

        var (old, current) = (await visitor.SeeAsync($"/cases/{before}"), await visitor.SeeAsync($"/cases/{after}"));
        Assert.Contains(name, old.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quite another name", old.Text, StringComparison.Ordinal);
        Assert.Contains("Quite another name", current.Text, StringComparison.Ordinal);
        Assert.Contains("Quite another name", (await visitor.SeeAsync($"/items/{Item}")).Text, StringComparison.Ordinal);
        Assert.Contains("Quite another name", (await visitor.SeeAsync($"/cases/{after}/withdraw")).Text, StringComparison.Ordinal);
        Assert.Contains(name, (await visitor.SeeAsync($"/cases/{before}/withdraw")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_opened_before_it_changed_is_shown_anew_with_what_was_typed_CB5186()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        await portal.Desk.BeginAsync();
        var form = await visitor.SeeAsync("/apply/gd-hf-003");
        KeyValuePair<string, string>[] typed = [.. Requests.Complete("gd-hf-003").Form.Select(field => KeyValuePair.Create("field-" + field.Key, field.Value))];

        await portal.Desk.OfferAsync(Edited.Catalogue("2027-01", catalogue => catalogue.Rename("gd-si-001", "Another item")));
        await portal.Desk.OfferAsync(Edited.Catalogue("2027-02", catalogue => catalogue.Rename("gd-hf-003", "Quite another name")));
        var (anew, location) = await visitor.PostAsync(form, typed, [("file-lease-contract", "%PDF-1.7"u8.ToArray())]);

        Assert.Null(location);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, anew.Status);
        Assert.Contains("CB5186", anew.Text, StringComparison.Ordinal);
        Assert.Contains("Quite another name", anew.Text, StringComparison.Ordinal);
        var kept = Assert.Single(anew.Forms).Fields;
        Assert.Equal("2027-02", kept["version"]);
        Assert.Contains("scan.bin", kept["kept-lease-contract"], StringComparison.Ordinal);
        Assert.Empty(await portal.Desk.UseAsync<ICases, IReadOnlyList<CaseView>>(cases => cases.ListAsync("resident-r1", Stop)));

        // What came meanwhile and leaves this form as it is stops nobody.
        await portal.Desk.OfferAsync(Edited.Catalogue("2027-03", catalogue =>
        {
            catalogue.Rename("gd-hf-003", "Quite another name");
            catalogue.Rename("gd-si-001", "Yet another item");
            // Nor that it is offered in a bundle beside it: whoever applies for it alone reads the same.
            catalogue.Item("gd-hf-003")["bundle"] = "home-purchase";
            catalogue.Bundle("home-purchase")["items"]!.AsArray().Add("gd-hf-003");
        }));
        var (_, filed) = await visitor.PostAsync(anew, [.. typed, .. Commitments()]);
        Assert.NotNull(filed);
    }

    [Fact]
    public async Task A_form_with_a_file_that_is_not_asked_for_any_more_is_shown_anew_with_its_answers_CB5186()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        await portal.Desk.BeginAsync();
        var form = await visitor.SeeAsync("/apply/gd-hf-003");
        KeyValuePair<string, string>[] typed = [.. Requests.Complete("gd-hf-003").Form.Select(field => KeyValuePair.Create("field-" + field.Key, field.Value))];

        await portal.Desk.OfferAsync(Edited.Catalogue("2027-01", catalogue =>
        {
            var documents = catalogue.Item("gd-hf-003")["documents"]!.AsArray();
            documents.Remove(documents.Single(document => (string?)document == "lease-contract"));
        }));
        var (anew, location) = await visitor.PostAsync(form, typed, [("file-lease-contract", "%PDF-1.7"u8.ToArray())]);

        Assert.Null(location);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, anew.Status);
        Assert.Contains("CB5186", anew.Text, StringComparison.Ordinal);
        var kept = Assert.Single(anew.Forms).Fields;
        Assert.All(typed, field => Assert.Equal(field.Value, kept[field.Key]));
        Assert.DoesNotContain("kept-lease-contract", kept.Keys);

        // What is asked for by neither is still refused.
        var (refused, _) = await visitor.PostAsync(form, typed, [("file-passport-of-nobody", "%PDF-1.7"u8.ToArray())]);
        Assert.Contains("CB5016", refused.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Commitments() =>
        Requests.Complete("gd-hf-003").Commitments.Select(slug => KeyValuePair.Create("commit", slug));

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_case_of_an_item_that_is_gone_is_sent_again_and_withdrawn(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await desk.BeginAsync();
        var sentAgain = (await desk.SubmitAsync(Requests.Complete(Item, "sent"))).Value;
        var withdrawn = (await desk.SubmitAsync(Requests.Complete(Item, "withdrawn"))).Value;
        await desk.OfferAsync(Edited.Catalogue("2027-01", catalogue => catalogue.Remove(Item)));

        var back = await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", withdrawn.CaseNumber, Stop));
        await desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>().Where(row => row.Id == sentAgain.Deliveries[0].Id)
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.Attempts, 3).SetProperty(delivery => delivery.LastFault, "CB4002"), Stop));
        var redriven = await desk.UseAsync<RedriveDeliveries, Outcome<Redrive>>(redrive => redrive.OneAsync(sentAgain.Deliveries[0].Id, "operator", Stop));
        await desk.DeliverAsync();

        Assert.Equal(ApplicationStatus.Withdrawn, back.Value.Status);
        Assert.True(redriven.Succeeded);
        Assert.Equal(ApplicationStatus.Accepted, (await desk.CaseAsync(sentAgain.CaseNumber)).Status);
        Assert.Equal(Shipped.Catalogue.Version, (await desk.CaseAsync(sentAgain.CaseNumber)).CatalogueVersion);
    }

    [Fact]
    public async Task Terms_are_those_of_the_version_that_a_case_is_filed_under()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await desk.BeginAsync();
        var before = (await desk.SubmitAsync(Requests.Complete(Item, "before"))).Value;
        await desk.OfferAsync(Edited.Catalogue("2027-01", catalogue =>
        {
            catalogue.Item(Item)["answerWithin"] = 1;
            catalogue.Item(Item)["decideWithin"] = 1;
        }));
        var after = (await desk.SubmitAsync(Requests.Complete(Item, "after"))).Value;

        Assert.True(after.Deliveries[0].Clock!.DecideBy < before.Deliveries[0].Clock!.DecideBy);
    }

    [Fact]
    public async Task A_material_that_new_cases_do_not_need_is_still_taken_for_old_ones()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await desk.BeginAsync();
        await desk.OfferAsync(Edited.Catalogue("2027-01", catalogue =>
        {
            foreach (var item in catalogue["items"]!.AsArray())
            {
                var documents = item!["documents"]!.AsArray();
                foreach (var photo in documents.Where(slug => (string?)slug == "photo").ToList())
                    documents.Remove(photo);
            }
        }));
        using var content = new MemoryStream([.. "%PDF-1.7\n"u8]);

        var uploaded = await desk.UseAsync<Federation.Applications.Materials.IUploadMaterial, bool>(
            async upload => (await upload.UploadAsync("resident-r1", "photo", content, Stop)).Succeeded);

        Assert.True(uploaded);
    }

    private static async Task<string> CodeAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri($"api/items/{Item}", UriKind.Relative), Stop);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString()!;
    }
}

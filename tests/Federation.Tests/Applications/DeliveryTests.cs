using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class DeliveryTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    // One item for each algorithm that a department registered.
    [Theory]
    [InlineData("SQLite", "gd-si-003", "gd-hrss")]
    [InlineData("PostgreSQL", "gd-si-003", "gd-hrss")]
    [InlineData("SQLite", "gd-tx-001", "gd-tax")]
    [InlineData("SQLite", "gd-hf-001", "gz-hpf")]
    public async Task An_application_ends_accepted_with_the_departments_verified_receipt(string database, string item, string department)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database);

        var filed = (await desk.SubmitAsync(Requests.Complete(item))).Value;
        var view = await desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        var delivery = Assert.Single(view.Deliveries);
        Assert.Equal(department, delivery.Department);
        Assert.NotNull(delivery.Receipt);
        Assert.Equal(filed.Deliveries[0].Id, delivery.Id);
        Assert.Equal(["submitted", "accepted"], view.Timeline.Select(line => line.Event).Where(line => line != "delayed"));
        Assert.Contains(delivery.Id, (await departments.ArrivalsAsync(department)).Keys);
        var record = await desk.UseAsync<HubDbContext, TrustRecord>(context => context.Set<TrustRecord>().SingleAsync(row => row.Purpose == TrustPurpose.ReceiptSigning));
        var receipt = await desk.UseAsync<HubDbContext, Receipt>(context => context.Set<Receipt>().SingleAsync());
        Assert.Equal((delivery.Id, receipt.TrustPath, PartyNames.OfDepartment(department)), (record.DeliveryId, record.Path, record.Party));
    }

    [Fact]
    public async Task The_department_is_told_what_the_item_needs_and_nothing_else_of_the_person()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite");
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        await desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        var envelope = await desk.UseAsync<HubDbContext, string>(context => context.Set<Delivery>().Select(delivery => delivery.Envelope!).SingleAsync());
        var payload = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(envelope.Split('.')[1])).RootElement;

        Assert.Equal(filed.Deliveries[0].Id, payload.GetProperty("id").GetString());
        Assert.Equal(filed.CaseNumber, payload.GetProperty("case").GetString());
        Assert.Equal(
            ["acr", "home_return_permit_number", "name", "name#zh-Hant", "phone_number"],
            payload.GetProperty("applicant").EnumerateObject().Select(part => part.Name));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_department_that_forgot_to_answer_sees_the_same_delivery_again_and_no_other(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database);
        await departments.SwitchAsync("zh-hrss", "forget-ack", 2);
        var before = await departments.ArrivalsAsync("zh-hrss");

        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-001"))).Value;
        var view = await desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        var arrived = (await departments.ArrivalsAsync("zh-hrss")).Where(line => !before.ContainsKey(line.Key)).ToList();
        Assert.Equal(filed.Deliveries[0].Id, Assert.Single(arrived).Key);
        Assert.True(arrived[0].Value >= 3);
        Assert.Equal(1, view.Timeline.Count(line => line is { Event: "delayed", Reason: "CB4002" }));
    }

    [Theory]
    [InlineData("bad-signature", "CB30")]
    [InlineData("wrong-digest", "CB30")]
    public async Task A_receipt_that_does_not_verify_is_none_and_the_delivery_stays_queued(string fault, string code)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite");
        await departments.SwitchAsync("gd-mhsa", fault);

        var filed = (await desk.SubmitAsync(Requests.Complete("gd-mi-003"))).Value;
        var told = await desk.UntilAsync(filed.CaseNumber, view => view.Timeline.Any(line => line.Event == "receipt_refused"));
        await departments.SwitchAsync("gd-mhsa", "off");
        var view = await desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        Assert.Equal(DeliveryStatus.Queued, Assert.Single(told.Deliveries).Status);
        Assert.Null(told.Deliveries[0].Receipt);
        Assert.StartsWith(code, told.Timeline.First(line => line.Event == "receipt_refused").Reason, StringComparison.Ordinal);
        Assert.Equal(told.Deliveries[0].Id, view.Deliveries[0].Id);
    }

    [Fact]
    public async Task A_department_that_is_down_delays_its_own_deliveries_only()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite");
        await departments.SwitchAsync("gd-edu", "down");
        var waiting = new List<string>();
        for (var index = 0; index < 12; index++)
            waiting.Add((await desk.SubmitAsync((await Uploads.CompleteAsync(desk, "gd-ed-006")) with { IdempotencyKey = $"down-{index}" })).Value.CaseNumber);

        var other = (await desk.SubmitAsync(Requests.Complete("gd-si-003", "up"))).Value;
        await desk.UntilAsync(other.CaseNumber, view => view.Status == ApplicationStatus.Accepted);
        foreach (var number in waiting)
            Assert.Equal(ApplicationStatus.Submitted, (await desk.CaseAsync(number)).Status);

        await departments.SwitchAsync("gd-edu", "off");
        foreach (var number in waiting)
            await desk.UntilAsync(number, view => view.Status == ApplicationStatus.Accepted);
    }

    [Fact]
    public async Task A_rejection_is_a_verified_receipt_too()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite");
        await departments.SwitchAsync("gd-civil", "reject", 1);
        var item = Catalogue.Shipped.Catalogue.Items.First(item => item.Online && item.Department.Slug == "gd-civil");

        var filed = await desk.SubmitAsync(await Uploads.CompleteAsync(desk, item.Code));
        var view = await desk.UntilAsync(filed.Value.CaseNumber, view => view.Status == ApplicationStatus.Rejected);

        Assert.NotNull(Assert.Single(view.Deliveries).Receipt);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_bundle_is_accepted_when_every_department_accepted(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database);

        var filed = (await desk.SubmitAsync(await Uploads.CompleteAsync(desk, "retirement"))).Value;
        var view = await desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        Assert.Equal(4, view.Deliveries.Count);
        Assert.All(view.Deliveries, delivery => Assert.Equal(DeliveryStatus.Accepted, delivery.Status));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_was_not_sent_is_withdrawn_unsent_and_what_was_sent_is_told_by_a_signed_notice(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database);
        var sent = (await desk.SubmitAsync(Requests.Complete("gd-si-003", "sent"))).Value;
        await desk.UntilAsync(sent.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        var withdrawn = await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", sent.CaseNumber, default));
        var view = await desk.UntilAsync(sent.CaseNumber, view => view.Timeline.Any(line => line.Event == "withdrawal_received"));

        Assert.Equal(ApplicationStatus.Withdrawn, withdrawn.Value.Status);
        Assert.Equal(ApplicationStatus.Withdrawn, view.Status);
        Assert.Equal(DeliveryStatus.Withdrawn, Assert.Single(view.Deliveries).Status);
        var notice = await desk.UseAsync<HubDbContext, Delivery>(context => context.Set<Delivery>().SingleAsync(delivery => delivery.Kind == DeliveryKind.Withdrawal));
        Assert.Equal(sent.Deliveries[0].Id, notice.Withdraws);
        Assert.Contains(notice.Id, (await departments.ArrivalsAsync("gd-hrss")).Keys);
    }

    [Fact]
    public async Task A_case_taken_back_before_it_was_sent_reaches_no_department()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;

        await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", filed.CaseNumber, default));
        var again = await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", filed.CaseNumber, default));

        Assert.Equal(ApplicationStatus.Withdrawn, again.Value.Status);
        Assert.Equal(1, await desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>().CountAsync()));
        Assert.Empty(await desk.UseAsync<IDeliveryQueue, IReadOnlyList<string>>(queue => queue.DueDepartmentsAsync(DateTimeOffset.MaxValue, default)));
    }

    [Fact]
    public async Task A_rejected_case_cannot_be_withdrawn_and_is_refused_with_CB5041()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite");
        await departments.SwitchAsync("gd-hrss", "reject", 1);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        await desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Rejected);

        var refused = await desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", filed.CaseNumber, default));

        Assert.Equal("CB5041", refused.Error.Code);
    }

    [Fact]
    public async Task A_department_that_is_not_connected_keeps_its_deliveries_queued_with_CB5050()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", without: "gd-hrss");

        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;
        var view = await desk.UntilAsync(filed.CaseNumber, view => view.Timeline.Any(line => line is { Event: "delayed", Reason: "CB5050" }));

        Assert.Equal(DeliveryStatus.Queued, Assert.Single(view.Deliveries).Status);
    }

    [Fact]
    public async Task Evidence_before_any_receipt_is_refused_with_CB5042()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;

        var refused = await desk.UseAsync<ICases, Outcome<string>>(cases => cases.EvidenceAsync("resident-r1", filed.CaseNumber, default));

        Assert.Equal("CB5042", refused.Error.Code);
    }
}

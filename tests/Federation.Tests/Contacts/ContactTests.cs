using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CrossBorder.Adapters.Notifications;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Testing.Mail;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CrossBorder.Federation.Tests.Contacts;

/// <summary>Letters to residents, from the address that they gave to what a mail server got, on a day of the test's choosing.</summary>
public sealed partial class ContactTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>, IAsyncDisposable
{
    private const string Resident = "resident-r1";
    private const string Address = "taiman@example.test";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 2, 10, 2, 0, 0, TimeSpan.Zero));
    private readonly SmtpSink sink = SmtpSink.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => sink.DisposeAsync();

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Who_confirmed_an_address_hears_of_the_case_by_its_number_and_of_nothing_else(string database)
    {
        await using var desk = await OpenAsync(database);
        await ConfirmAsync(desk, "zh-Hant");
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-hf-003"))).Value;

        clock.SetUtcNow(new DateTimeOffset(2026, 3, 6, 2, 0, 0, TimeSpan.Zero));
        await desk.Services.GetRequiredService<DeferralWorker>().LookAsync(Stop);
        await desk.UseAsync<CrossBorder.Federation.Applications.Status.ICases, bool>(async cases =>
            (await cases.WithdrawAsync(Resident, filed.CaseNumber, Stop)).Succeeded);
        await SendAsync(desk);

        var letters = sink.Messages.Skip(1).Select(message => (message.Recipients, Text: Decode(message.Text))).ToList();
        Assert.Equal(2, letters.Count);
        Assert.All(letters, letter => Assert.Equal([Address], letter.Recipients));
        Assert.Contains(letters, letter => letter.Text.Contains($"個案 {filed.CaseNumber}：請於 2026-03-09 或之前補交文件", StringComparison.Ordinal));
        Assert.Contains(letters, letter => letter.Text.Contains("申請已撤回。", StringComparison.Ordinal));
        Assert.All(letters, letter => Assert.Contains($"/cases/{filed.CaseNumber}", letter.Text, StringComparison.Ordinal));
        Assert.All(letters, letter => Assert.DoesNotMatch("CHAN|陳|租賃|A123456|H12345678|住房", letter.Text));
        Assert.Equal([NoticeStatus.Confirmed, NoticeStatus.Confirmed], await StatusesAsync(desk));
        var audited = await desk.UseAsync<HubDbContext, List<string>>(context => context.Set<AuditEntry>().Select(entry => entry.Details).ToListAsync(Stop));
        Assert.All(audited, details => Assert.DoesNotContain("taiman", details, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_code_was_typed_and_nothing_after_the_address_was_removed()
    {
        await using var desk = await OpenAsync("SQLite");
        var request = Requests.Complete("gd-hf-003");
        Assert.True((await AskAsync(desk, Address)).Succeeded);
        await WithdrawnAsync(desk, request);
        Assert.Empty(await StatusesAsync(desk));

        await desk.UseAsync<ConfirmContact, Outcome<bool>>(contacts => contacts.ConfirmAsync(Resident, Code(), Stop));
        await WithdrawnAsync(desk, request with { IdempotencyKey = "key-2" });
        await desk.UseAsync<ConfirmContact, bool>(async contacts => { await contacts.RemoveAsync(Resident, Stop); return true; });
        await SendAsync(desk);
        await WithdrawnAsync(desk, request with { IdempotencyKey = "key-3" });

        Assert.Equal([NoticeStatus.NotOffered], await StatusesAsync(desk));
        Assert.Single(sink.Messages);
        var kept = await desk.UseAsync<HubDbContext, ResidentContact>(context => context.Set<ResidentContact>().SingleAsync(Stop));
        Assert.Null(kept.Address ?? kept.Pending ?? kept.CodeHash);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("Tai Man <taiman@example.test>")]
    [InlineData("a@example.test\r\nBcc: b@example.test")]
    public async Task What_is_no_address_is_refused_with_CB7020(string address)
    {
        await using var desk = await OpenAsync("SQLite");

        Assert.Equal("CB7020", (await AskAsync(desk, address)).Error.Code);
        Assert.Empty(sink.Messages);
    }

    [Fact]
    public async Task A_code_is_refused_with_CB7021_when_it_is_another_too_old_or_tried_too_often()
    {
        await using var desk = await OpenAsync("SQLite");
        Assert.Equal("CB7021", (await TypeAsync(desk, "123456")).Error.Code);
        await AskAsync(desk, Address);
        var right = Code();
        for (var tries = 0; tries < 5; tries++)
            Assert.Equal("CB7021", (await TypeAsync(desk, right == "000000" ? "000001" : "000000")).Error.Code);
        Assert.Equal("CB7021", (await TypeAsync(desk, right)).Error.Code);

        clock.Advance(TimeSpan.FromMinutes(2));
        await AskAsync(desk, Address);
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("CB7021", (await TypeAsync(desk, Code())).Error.Code);
    }

    [Fact]
    public async Task Letters_with_codes_are_bounded_by_CB7022_even_when_the_address_is_removed_between()
    {
        await using var desk = await OpenAsync("SQLite");
        Assert.True((await AskAsync(desk, Address)).Succeeded);
        await desk.UseAsync<ConfirmContact, bool>(async contacts => { await contacts.RemoveAsync(Resident, Stop); return true; });
        Assert.Equal("CB7022", (await AskAsync(desk, Address)).Error.Code);
        for (var sent = 1; sent < 10; sent++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True((await AskAsync(desk, Address)).Succeeded);
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("CB7022", (await AskAsync(desk, Address)).Error.Code);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await AskAsync(desk, Address)).Succeeded);
        Assert.Equal(11, sink.Messages.Count);
    }

    [Fact]
    public async Task A_hub_without_a_mail_server_says_CB7023_and_a_server_that_refuses_CB4023()
    {
        await using var without = await OpenAsync("SQLite", mail: false);
        Assert.Equal("CB7023", (await AskAsync(without, Address)).Error.Code);
        await using var desk = await OpenAsync("SQLite");
        sink.RefusesWith = "550 no such mailbox";
        var refused = (await AskAsync(desk, Address)).Error;
        Assert.Equal("CB4023", refused.Code);
        Assert.DoesNotContain("taiman", refused.Detail, StringComparison.Ordinal);
    }

    private Task<ApplicationsDesk> OpenAsync(string database, bool mail = true) => ApplicationsDesk.OpenAsync(
        departments, database, worker: false, more: services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddContacts();
            // The hub allows a server without TLS on loopback in Development alone.
            services.RemoveAll<IValidateOptions<ResidentMailOptions>>();
            services.Configure<ResidentMailOptions>(options =>
            {
                (options.Email.Server, options.Email.Port) = (mail ? "127.0.0.1" : "", sink.Port);
                (options.Email.Tls, options.Email.Sender) = (false, "hub@hub.test");
            });
        });

    private static Task<Outcome<bool>> AskAsync(ApplicationsDesk desk, string address, string language = "en") =>
        desk.UseAsync<ConfirmContact, Outcome<bool>>(contacts => contacts.AskAsync(Resident, address, language, Stop));

    private static Task<Outcome<bool>> TypeAsync(ApplicationsDesk desk, string code) =>
        desk.UseAsync<ConfirmContact, Outcome<bool>>(contacts => contacts.ConfirmAsync(Resident, code, Stop));

    private async Task ConfirmAsync(ApplicationsDesk desk, string language)
    {
        Assert.True((await AskAsync(desk, Address, language)).Succeeded);
        Assert.True((await TypeAsync(desk, Code())).Succeeded);
    }

    private static async Task WithdrawnAsync(ApplicationsDesk desk, CrossBorder.Federation.Applications.Submit.SubmitApplication request)
    {
        var filed = (await desk.SubmitAsync(request)).Value;
        await desk.UseAsync<CrossBorder.Federation.Applications.Status.ICases, bool>(async cases =>
            (await cases.WithdrawAsync(Resident, filed.CaseNumber, Stop)).Succeeded);
    }

    /// <summary>One round of the worker.</summary>
    private async Task SendAsync(ApplicationsDesk desk)
    {
        var now = clock.GetUtcNow();
        var due = await desk.UseAsync<INoticeQueue<ResidentNotice>, IReadOnlyList<ResidentNotice>>(
            async queue => await queue.LeaseAsync(
                "test", [.. (await queue.DueAsync(100, [], now, Stop)).Select(notice => notice.Id)], now, now.AddMinutes(1), Stop));
        foreach (var notice in due)
            await desk.UseAsync<NoticeSender<ResidentNotice>, bool>(async sender => { await sender.SendAsync(notice, Stop); return true; });
    }

    private static Task<List<NoticeStatus>> StatusesAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, List<NoticeStatus>>(context => context.Set<ResidentNotice>().Select(row => row.Status).ToListAsync(Stop));

    /// <summary>The code of the newest letter.</summary>
    private string Code() => Six().Match(Decode(sink.Messages.Last().Text)).Value;

    private static string Decode(string message)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(message));
        using var parsed = MimeKit.MimeMessage.Load(stream);
        return $"{parsed.Subject}\n{parsed.TextBody}";
    }

    [GeneratedRegex(@"(?<=code is |驗證碼是 )[0-9]{6}")]
    private static partial Regex Six();
}

using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Webhooks;
using CrossBorder.Federation.Notices;
using CrossBorder.Federation.Storage;
using CrossBorder.Testing;
using CrossBorder.Testing.Databases;
using CrossBorder.Testing.RelyingParties;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>From a real department's receipt to the relying party that filed the case, on either database.</summary>
public abstract class StatusWebhookTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();
    private WebhookListener curve = null!;
    private WebhookListener shangMi = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected abstract Task<string?> DatabaseAsync();

    public async ValueTask InitializeAsync()
    {
        curve = await WebhookListener.StartAsync();
        shangMi = await WebhookListener.StartAsync();
        await sandbox.StartAsync(await DatabaseAsync(), new Dictionary<string, string>
        {
            ["RelyingParties:0:StatusWebhook"] = curve.Address,
            ["RelyingParties:0:StatusWebhookAlgorithm"] = "ES256",
            ["RelyingParties:1:StatusWebhook"] = shangMi.Address,
            ["StatusWebhooks:PollEvery"] = "00:00:00.200",
            ["StatusWebhooks:LongestDelay"] = "00:00:02",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await curve.DisposeAsync();
        await shangMi.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_client_that_filed_a_case_hears_of_each_change_under_a_signature_that_it_can_verify()
    {
        var (first, second) = (await FileAsync("yueshengshi"), await FileAsync("yueshangtong"));
        await UntilAsync(() => Said(curve, first, "accepted") && Said(shangMi, second, "accepted"));
        await first.Client.GetAsync($"api/applications/{first.Number}/withdrawal", first.AccessToken, HttpMethod.Post);
        await UntilAsync(() => Said(curve, first, "withdrawn"));
        await SettledAsync();

        var keys = await KeysAsync();
        Assert.All(curve.Notices, notice => Assert.Equal((first.Number, "ES256"), (notice.Json.GetProperty("caseNumber").GetString(), notice.HoldsUnder(keys))));
        Assert.All(shangMi.Notices, notice => Assert.Equal((second.Number, "SGD_SM3_SM2"), (notice.Json.GetProperty("caseNumber").GetString(), notice.HoldsUnder(keys))));
        Assert.Equal("ecdsa-p256-sha256", curve.Notices.First().Parameter("alg"));
        Assert.Equal("sgd-sm3-sm2", shangMi.Notices.First().Parameter("alg"));

        var told = curve.Notices.First();
        Assert.Equal(["at", "caseNumber", "event", "id", "status"], told.Json.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal("case.status-changed", told.Json.GetProperty("event").GetString());
        Assert.StartsWith("(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\");created=", told.Parameters, StringComparison.Ordinal);
        Assert.Null((told with { Method = "PUT" }).HoldsUnder(keys));
        Assert.Null((told with { Target = told.Target + "1" }).HoldsUnder(keys));
        Assert.Null((told with { Body = [.. told.Body, (byte)' '] }).HoldsUnder(keys));

        // Whom the resident no longer trusts hears no more: neither what waits to be told, nor what comes.
        curve.Answer = StatusCodes.Status503ServiceUnavailable;
        var third = await FileAsync("yueshengshi", "key-2");
        await Waiting.UntilAsync(NoticesAsync, rows => rows.Exists(row => row.CaseNumber == third.Number && row.LastFault is not null), "a notice waits", Stop);
        await WithdrawConsentAsync(third);
        await WithdrawConsentAsync(second);
        Assert.All((await NoticesAsync()).Where(row => row.CaseNumber == third.Number), row => Assert.Equal(NoticeStatus.NotOffered, row.Status));
        Assert.True(await TakeBackAsync(second));
        Assert.DoesNotContain(await NoticesAsync(), row => row.CaseNumber == second.Number && row.CaseStatus == ApplicationStatus.Withdrawn);

        // Nor what was written while the withdrawal was under way, where neither could see the other.
        curve.Answer = StatusCodes.Status200OK;
        var late = NoticeOf("yueshengshi", third.Number);
        await AddAsync([late]);
        Assert.Equal(NoticeStatus.NotOffered, (await SettledAsync()).Single(row => row.Id == late.Id).Status);
        Assert.DoesNotContain(curve.Notices, notice => IdOf(notice) == late.Id);
    }

    [Fact]
    public async Task What_is_not_taken_is_told_again_under_the_same_id_and_a_restart_loses_none_CB4042_CB4043()
    {
        (curve.Answer, shangMi.Answer) = (StatusCodes.Status503ServiceUnavailable, StatusCodes.Status307TemporaryRedirect);
        var (first, second) = (await FileAsync("yueshengshi"), await FileAsync("yueshangtong"));
        await UntilAsync(() => curve.Notices.Count >= 2 && shangMi.Notices.Count >= 2);
        await Waiting.UntilAsync(NoticesAsync, rows => rows.All(row => row.LastFault is not null), "each attempt left its cause", Stop);
        Assert.Equal(["CB4042", "CB4043"], (await NoticesAsync()).Select(row => row.LastFault).Distinct().Order(StringComparer.Ordinal));
        // A redirect is an answer, not a way.
        Assert.All(shangMi.Notices, notice => Assert.EndsWith("/cases?of=hub", notice.Target, StringComparison.Ordinal));

        await sandbox.World.StopHubAsync(Stop);
        (curve.Answer, shangMi.Answer) = (StatusCodes.Status200OK, StatusCodes.Status202Accepted);
        await sandbox.World.StartHubAsync(Stop);
        await UntilAsync(() => Said(curve, first, "accepted") && Said(shangMi, second, "accepted"));
        await SettledAsync();

        var rows = await NoticesAsync();
        ReceivedNotice[] received = [.. curve.Notices, .. shangMi.Notices];
        Assert.All(rows, row => Assert.Equal(NoticeStatus.Confirmed, row.Status));
        Assert.Equal(rows.Select(row => row.Id).Order(StringComparer.Ordinal), received.Select(IdOf).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(received.Length, received.Select(notice => notice.Parameter("nonce")).Distinct().Count());
    }

    [Fact]
    public async Task A_receiver_that_is_gone_for_good_is_asked_once_and_who_registered_none_is_not_written_to_CB4044()
    {
        curve.Answer = StatusCodes.Status410Gone;
        await FileAsync("yueshengshi");
        await Waiting.UntilAsync(NoticesAsync, rows => rows.Exists(row => row.Status == NoticeStatus.GivenUp), "the notice is given up", Stop);
        await SettledAsync();

        Assert.All(await NoticesAsync(), row => Assert.Equal((NoticeStatus.GivenUp, "CB4044", 1), (row.Status, row.LastFault, row.Attempts)));
        Assert.Equal((await NoticesAsync()).Count, curve.Notices.Count);
        Assert.Empty(shangMi.Notices);
    }

    private static bool Said(WebhookListener listener, FiledCase filed, string status) => listener.Notices.Any(notice =>
        notice.Json.GetProperty("caseNumber").GetString() == filed.Number && notice.Json.GetProperty("status").GetString() == status);

    private static string? IdOf(ReceivedNotice notice) => notice.Json.GetProperty("id").GetString();

    private static async Task WithdrawConsentAsync(FiledCase filed)
    {
        var given = await filed.Client.GetAsync("api/consents", filed.AccessToken);
        foreach (var consent in given.Json.GetProperty("consents").EnumerateArray())
            Assert.Equal(200, (await filed.Client.GetAsync($"api/consents/{consent.GetProperty("id").GetString()}/withdrawal", filed.AccessToken, HttpMethod.Post)).Status);
    }

    /// <summary>As the resident does at the portal.</summary>
    private async Task<bool> TakeBackAsync(FiledCase filed)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var resident = await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<Application>()
            .Where(row => row.CaseNumber == filed.Number).Select(row => row.ResidentId).SingleAsync(Stop);
        return (await scope.ServiceProvider.GetRequiredService<ICases>().WithdrawAsync(resident, filed.Number, Stop)).Succeeded;
    }

    private async Task<FiledCase> FileAsync(string clientId, string key = "key-1")
    {
        using var browser = SandboxFixture.NewBrowser();
        var client = new RelyingPartyClient(sandbox.Ports, clientId);
        var tokens = await client.RedeemAsync((await client.SignInAsync(browser, "r1")).Code);
        var filed = await client.ApplyAsync(tokens.AccessToken, key, new { item = "gd-si-011", form = new { } });
        Assert.Equal(201, filed.Status);
        return new FiledCase(client, tokens.AccessToken, filed["caseNumber"]!);
    }

    [Fact]
    public async Task A_receiver_that_says_nothing_has_its_share_of_the_hands_and_another_hears_meanwhile()
    {
        const int Many = 30;
        var silence = new TaskCompletionSource();
        curve.Silence = silence.Task;
        await AddAsync([.. Enumerable.Range(0, Many).Select(place => NoticeOf("yueshengshi", $"CB-20260101-{place}"))]);
        await UntilAsync(() => curve.MostAtOnce > 0);

        await AddAsync([.. Enumerable.Range(0, 5).Select(place => NoticeOf("yueshangtong", $"CB-20260101-{place}"))]);
        await UntilAsync(() => shangMi.Notices.Count >= 5);

        // A quarter of the sixteen hands.
        Assert.InRange(curve.MostAtOnce, 1, 4);
        Assert.Contains(await NoticesAsync(), notice => notice is { ClientId: "yueshengshi", Status: NoticeStatus.Waiting });
        silence.SetResult();
        Assert.Equal(Many + 5, (await SettledAsync()).Count(notice => notice.Status == NoticeStatus.Confirmed));
        Assert.InRange(curve.MostAtOnce, 1, 4);
    }

    private async Task AddAsync(IReadOnlyList<StatusNotice> notices)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        context.AddRange(notices);
        await context.SaveChangesAsync(Stop);
    }

    private static StatusNotice NoticeOf(string client, string caseNumber)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new StatusNotice
        {
            Id = Guid.NewGuid().ToString("N"), ClientId = client, CaseNumber = caseNumber, CaseStatus = ApplicationStatus.Accepted, At = now,
            DueAt = now, GiveUpAt = now.AddHours(1),
        };
    }

    private Task<List<StatusNotice>> SettledAsync() =>
        Waiting.UntilAsync(NoticesAsync, rows => rows.All(row => row.Status != NoticeStatus.Waiting), "nobody waits to hear", Stop);

    private async Task<List<StatusNotice>> NoticesAsync()
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<StatusNotice>().AsNoTracking().ToListAsync(Stop);
    }

    private async Task<JsonElement> KeysAsync()
    {
        using var http = sandbox.NewHubClient();
        return JsonDocument.Parse(await http.GetStringAsync(".well-known/jwks", Stop)).RootElement;
    }

    private static Task UntilAsync(Func<bool> holds) => Waiting.UntilAsync(holds, "the relying parties heard of it", Stop);
}

/// <summary>A case, and the client that filed it.</summary>
internal sealed record FiledCase(RelyingPartyClient Client, string AccessToken, string Number);

public sealed class StatusWebhookOnSqliteTests : StatusWebhookTests
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}

public sealed class StatusWebhookOnPostgreSqlTests : StatusWebhookTests
{
    protected override async Task<string?> DatabaseAsync()
    {
        var server = await PostgreSqlServer.FindAsync();
        Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
        return await server.CreateDatabaseAsync();
    }
}

using System.Text;
using CrossBorder.Sandbox.Residents;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>After everything that residents do, neither the database file nor the log knows who they are.</summary>
public sealed class PersonalDataAtRestTests : IAsyncLifetime
{
    private readonly SandboxFixture sandbox = new();
    private readonly string log = Path.Combine(Directory.CreateTempSubdirectory("crossborder-log-").FullName, "hub.log");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(sandbox.StartAsync(hubSettings: new Dictionary<string, string>
    {
        ["Logs:File"] = log,
        ["Logging:LogLevel:Default"] = "Debug",
        ["Logging:LogLevel:CrossBorder"] = "Trace",
    }));

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(log)!, recursive: true);
    }

    [Fact]
    public async Task The_raw_database_and_the_log_hold_no_name_and_no_number_of_any_resident()
    {
        foreach (var resident in SandboxResidents.All)
            await ActAsync(resident.Login);
        await sandbox.World.StopHubAsync(Stop);

        var files = Directory.GetFiles(sandbox.Data, "hub.db*").Append(log).ToList();
        Assert.True(files.Count >= 2);
        // It is the right file, and something was written into it.
        Assert.Contains(files, file => File.ReadAllText(file).Contains("yueshengshi", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(file, Stop);
            foreach (var secret in SandboxResidents.All.SelectMany(Secrets).Distinct())
                Assert.False(Holds(content, secret), $"{Path.GetFileName(file)} holds '{secret}'.");
        }
    }

    private async Task ActAsync(string login)
    {
        using var browser = SandboxFixture.NewBrowser();
        using var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        if ((await client.SignInAsync(browser, login)).Code is not { } code)
            return;

        var tokens = await client.RedeemAsync(code);
        await client.UserInfoAsync(tokens.AccessToken);
        await client.RefreshAsync(tokens.RefreshToken);
        var filed = await client.ApplyAsync(tokens.AccessToken, "key-" + login, new { item = "gd-si-011", form = new { } });
        if (filed.Status != 201)
            return;

        await Waiting.UntilAsync(async () => (await client.GetAsync($"api/applications/{filed["caseNumber"]}", tokens.AccessToken))["status"] == "accepted",
            "the case is accepted", Stop);

        Assert.Equal(200, (await client.GetAsync($"api/applications/{filed["caseNumber"]}/evidence", tokens.AccessToken)).Status);
    }

    /// <summary>Four letters of a name are met by chance in the base64 of some signature; what is longer is not.</summary>
    private static IEnumerable<string> Secrets(SandboxResident resident) => new[]
    {
        resident.HanTraditional, resident.HanSimplified, resident.LatinName, resident.GivenName,
        resident.HongKongIdentityCard, resident.HongKongIdentityCard.Split('(')[0], resident.HomeReturnPermit,
        resident.PhoneNumber, resident.Birthdate,
    }.OfType<string>().Where(secret => Encoding.UTF8.GetByteCount(secret) > 5);

    private static bool Holds(byte[] content, string secret) => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0;
}

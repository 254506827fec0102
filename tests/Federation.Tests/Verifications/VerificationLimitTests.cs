using CrossBorder.Federation.Verifications;
using CrossBorder.Testing;

namespace CrossBorder.Federation.Tests.Verifications;

/// <summary>How much one client may ask.</summary>
public sealed class VerificationLimitTests
{
    [Fact]
    public async Task A_client_that_asks_too_much_is_refused_with_CB8001_and_the_time_to_come_back_at()
    {
        await using var sandbox = await StartAsync(("Verifications:Client:PerSecond", "1"), ("Verifications:Client:Burst", "2"));
        using var desk = new DepartmentDesk(sandbox);

        // The first fetches the token, so that the others come all at once.
        Assert.Equal(200, (await desk.VerifyAsync()).Status);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => desk.VerifyAsync()));

        var refused = answers.First(answer => answer.Status == 429);
        Assert.Equal("CB8001", refused.Code);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_client_that_tries_all_birth_dates_of_one_document_hears_no_more_whether_somebody_has_it_or_not()
    {
        await using var sandbox = await StartAsync(("Verifications:GuessesPerDocument", "3"));
        using var desk = new DepartmentDesk(sandbox);

        var known = await GuessAsync(desk, "H12345678");
        var unknown = await GuessAsync(desk, "H99999999");
        var renewed = await desk.VerifyAsync(("documentNumber", "H1234567801"));
        var other = await desk.VerifyAsync(("documentNumber", "H23456789"), ("name", "黃小明"), ("birthdate", "1985-06-15"));

        Assert.Equal([200, 200, 200, 429], known);
        Assert.Equal(known, unknown);
        Assert.Equal((429, "CB8001", TimeSpan.FromHours(1)), (renewed.Status, renewed.Code, renewed.Headers.RetryAfter!.Delta!.Value));
        Assert.True(other.Match);
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused_with_CB1001()
    {
        var result = new VerificationsOptionsValidator().Validate(null, new()
        {
            AttestationLifetime = TimeSpan.Zero, Client = new() { PerSecond = 10, Burst = 9 }, GuessesPerDocument = 0, GuessWindow = TimeSpan.Zero,
        });

        Assert.Equal(4, result.Failures!.Count());
        Assert.All(result.Failures!, failure => Assert.StartsWith("CB1001", failure, StringComparison.Ordinal));
    }

    private static async Task<int[]> GuessAsync(DepartmentDesk desk, string number)
    {
        var statuses = new List<int>();
        for (var day = 2; day < 6; day++)
            statuses.Add((await desk.VerifyAsync(("documentNumber", number), ("birthdate", $"1990-01-0{day}"))).Status);
        return [.. statuses];
    }

    private static async Task<SandboxFixture> StartAsync(params (string Name, string Value)[] settings)
    {
        var sandbox = new SandboxFixture();
        await sandbox.StartAsync(hubSettings: settings.ToDictionary(setting => setting.Name, setting => setting.Value));
        return sandbox;
    }
}

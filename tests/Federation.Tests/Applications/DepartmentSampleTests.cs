using System.Diagnostics;
using System.Net.Http.Json;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>The sample of docs/departments.md that fetches, signs and tells, run as a department would run it: as a program of its own.</summary>
public sealed class DepartmentSampleTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private const string Slug = "gd-hrss";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_fetches_what_waits_signs_for_it_and_tells_what_became_of_it()
    {
        using var departments = new HttpClient { BaseAddress = sandbox.Ports.DepartmentsAddress };
        (await departments.PostAsJsonAsync("faults", new { department = Slug, mode = "down" }, Stop)).EnsureSuccessStatusCode();
        var delivery = await FileAsync();

        var output = "";
        for (var attempt = 0; attempt < 30 && !output.Contains(delivery, StringComparison.Ordinal); attempt++)
        {
            var (exit, told, error) = await RunAsync("gd-root.pem");
            Assert.True(exit == 0, error + told);
            output += told;
        }

        Assert.Contains("receipts: 200", output, StringComparison.Ordinal);
        Assert.Contains("events: 202", output, StringComparison.Ordinal);
        var row = Assert.Single(await sandbox.RowsAsync<Delivery>(), row => row.Id == delivery);
        Assert.Equal((DeliveryStatus.Accepted, 1L), (row.Status, row.Sequence!.Value));
        Assert.Single(await sandbox.RowsAsync<DepartmentEvent>(), told => told.DeliveryId == delivery);
    }

    [Fact]
    public async Task A_department_that_does_not_believe_the_hub_signs_for_nothing()
    {
        using var departments = new HttpClient { BaseAddress = sandbox.Ports.DepartmentsAddress };
        (await departments.PostAsJsonAsync("faults", new { department = Slug, mode = "down" }, Stop)).EnsureSuccessStatusCode();
        var delivery = await FileAsync();

        var refused = "";
        for (var attempt = 0; attempt < 30 && refused.Length == 0; attempt++)
            refused = (await RunAsync("hk-root.pem")).Error;

        Assert.StartsWith("CB30", refused, StringComparison.Ordinal);
        Assert.Equal(DeliveryStatus.Queued, Assert.Single(await sandbox.RowsAsync<Delivery>(), row => row.Id == delivery).Status);
    }

    [Fact]
    public void The_document_shows_the_sample_to_the_letter_and_it_is_short()
    {
        var root = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}", StringComparison.Ordinal)];
        var sample = File.ReadAllText(Path.Combine(root, "tests", "Samples", "Department", "Program.cs")).ReplaceLineEndings("\n").Trim();

        Assert.True(sample.Split('\n').Length < 100);
        Assert.Contains($"```csharp\n{sample}\n```", File.ReadAllText(Path.Combine(root, "docs", "departments.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private async Task<string> FileAsync()
    {
        using var browser = new ResidentBrowser().StopAt(new Uri(RelyingPartyClient.Callback));
        using var resident = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var tokens = await resident.RedeemAsync((await resident.SignInAsync(browser, "r1")).Code);
        var filed = await resident.ApplyAsync(tokens.AccessToken, Guid.NewGuid().ToString("N"), new { item = "gd-si-011", form = new { } });
        Assert.Equal(201, filed.Status);
        return filed.Json.GetProperty("deliveries")[0].GetProperty("id").GetString()!;
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(string anchor)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        var lists = new Uri(sandbox.Ports.RegistryAddress, "crl/").AbsoluteUri;
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "CrossBorder.Department.dll"), sandbox.Ports.HubAddress.AbsoluteUri,
            "department-" + Slug, Path.Combine(sandbox.Data, "clients", $"department-{Slug}.jwk"),
            Slug, Path.Combine(sandbox.Data, "departments", Slug + ".jwk"),
            Path.Combine(Path.GetDirectoryName(sandbox.Pki.CertificateFile("gd-root"))!, anchor), lists + "gd-root.crl", lists + "gd-intermediate.crl",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output, await error);
    }
}

using System.Net;
using System.Text.Json;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Tests.SignIn;
using CrossBorder.Testing;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>The officers of the sandbox as a script outside meets them: with its file and over HTTP alone.</summary>
public sealed class SandboxOfficersTests(SandboxRunning sandbox) : IClassFixture<SandboxRunning>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("officer-a", "Security officer", "/console/trust", "/console/audit")]
    [InlineData("officer-b", "Security officer", "/console/trust", "/console/deliveries")]
    [InlineData("reviewer", "Reviewer", "/console", "/console/trust")]
    [InlineData("auditor", "Auditor", "/console/audit", "/console/deliveries")]
    [InlineData("operator", "Operator", "/console/deliveries", "/console/audit")]
    public async Task Each_signs_in_with_what_stands_in_the_file_and_is_refused_what_is_not_theirs(string name, string role, string own, string other)
    {
        var officers = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "officers.json"), Stop));
        var officer = officers.EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == name);
        using var browser = SandboxFixture.NewBrowser();

        var form = await browser.GoAsync(At("/console?lang=en"), Stop);
        Assert.Equal("/console/sign-in", form.Address.AbsolutePath);
        var home = await browser.SubmitAsync(Assert.Single(form.Forms), new Dictionary<string, string>
        {
            ["name"] = name,
            ["password"] = officer.GetProperty("password").GetString()!,
            ["code"] = Totp.CodeAt(officer.GetProperty("totpSecret").GetString()!, Totp.StepAt(TimeProvider.System.GetUtcNow())),
        }, cancellationToken: Stop);

        Assert.Equal("sandbox-" + name, officer.GetProperty("password").GetString());
        Assert.Equal("/console", home.Address.AbsolutePath);
        Assert.Contains(role, home.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync(At(own), Stop)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GoAsync(At(other), Stop)).Status);
    }

    [Fact]
    public void The_file_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(sandbox.Data, "officers.json")));
    }

    private Uri At(string path) => new(sandbox.Ports.HubAddress, path);
}

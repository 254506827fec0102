using System.Net;
using System.Text.Json;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>An officer of the sandbox in a browser of their own, with the file that a script outside has too.</summary>
internal sealed class SandboxOfficer : IDisposable
{
    private readonly SandboxFixture sandbox;
    private readonly string name;
    private readonly string secret;

    private SandboxOfficer(SandboxFixture sandbox, string name, string secret)
    {
        this.sandbox = sandbox;
        this.name = name;
        this.secret = secret;
        Browser = new OfficerBrowser(sandbox.Ports.HubAddress);
    }

    public OfficerBrowser Browser { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SandboxOfficer> EnterAsync(SandboxFixture sandbox, string name)
    {
        var secrets = await SecretsAsync(sandbox, name);
        var officer = new SandboxOfficer(sandbox, name, secrets.TotpSecret);
        var (page, _) = await officer.Browser.SignInAsync(name, secrets.Password, await officer.FreshCodeAsync());
        Assert.Equal(HttpStatusCode.Found, page.Status);
        return officer;
    }

    public Task<string> FreshCodeAsync() => FreshCodeAsync(sandbox, name, secret);

    /// <summary>A code that holds now and was not taken: the officer's last step is set back, which no request can do.</summary>
    public static async Task<string> FreshCodeAsync(SandboxFixture sandbox, string name, string secret)
    {
        await using var scope = sandbox.HubServices.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<Officer>().Where(row => row.UserName == name)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.LastTotpStep, 0), Stop);
        return Totp.CodeAt(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()));
    }

    public static async Task<(string Password, string TotpSecret)> SecretsAsync(SandboxFixture sandbox, string name)
    {
        var officers = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "officers.json"), Stop));
        var file = officers.EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == name);
        return (file.GetProperty("password").GetString()!, file.GetProperty("totpSecret").GetString()!);
    }

    public async Task<Page> GoAsync(string path) => (await Browser.GoAsync(path)).Page;

    /// <summary>Posts with the token of a form that this officer sees.</summary>
    public async Task<Page> PostAsync(string path, params (string Name, string Value)[] fields) => (await SendAsync(path, fields)).Page;

    /// <summary>The same, with where the answer sends the browser.</summary>
    public async Task<(Page Page, Uri? Location)> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = (await GoAsync("/console/sign-out")).Forms[0].Fields["__RequestVerificationToken"];
        var all = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        all["__RequestVerificationToken"] = token;
        return await Browser.PostAsync(path, all);
    }

    public void Dispose() => Browser.Dispose();
}

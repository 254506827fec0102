using System.Collections.Concurrent;
using System.Text.Json;
using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>What every walk of an officer begins with: the password of the sandbox, and the codes of an authenticator.</summary>
internal static class OfficerVisits
{
    private const int StepSeconds = 30;

    private static readonly ConcurrentDictionary<(string Sandbox, string Officer), long> Taken = new();

    public static async Task SignInAsync(this Visitor visitor, SandboxFixture sandbox, string officer)
    {
        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "console"));
        await visitor.Page.FillAsync("#name", officer);
        await visitor.Page.FillAsync("#password", "sandbox-" + officer);
        await visitor.Page.FillAsync("#code", await CodeAsync(sandbox, officer));
        await visitor.PressAsync("main form button");
    }

    /// <summary>Opens the first change under that heading of the list.</summary>
    public static async Task OpenChangeAsync(this Visitor visitor, string heading)
    {
        await visitor.PressAsync(".menu a[href='/console/changes']");
        await visitor.PressAsync($"h2:has-text('{heading}') + section h3 a");
    }

    /// <summary>Takes a step of the change that is open, with the next code of the authenticator.</summary>
    public static async Task StepAsync(this Visitor visitor, SandboxFixture sandbox, string officer, string step)
    {
        await visitor.Page.FillAsync($"form:has(button[value={step}]) input[name=code]", await NextCodeAsync(sandbox, officer));
        await visitor.PressAsync($"button[value={step}]");
    }

    /// <summary>Proposes that a certificate be revoked for good.</summary>
    public static async Task ProposeRevocationAsync(this Visitor visitor, string pem)
    {
        await visitor.PressAsync(".menu a[href='/console/changes']");
        await visitor.PressAsync("a.button[href='/console/changes/new']");
        await visitor.Page.SelectOptionAsync("#kind", "Revoke");
        await visitor.Page.FillAsync("#certificate", pem);
        await visitor.Page.FillAsync("#reason", "機構已停用此根證書，來函要求不再信任。");
        await visitor.PressAsync("button[value=look]");
        await visitor.PressAsync("button[value=do]");
    }

    /// <summary>Types the name that the form asks for, as an officer reads it there.</summary>
    public static async Task TypeNameAsync(this Visitor visitor)
    {
        var label = await visitor.Page.InnerTextAsync("label[for=typed]");
        var (from, to) = (label.IndexOfAny(['「', '“']) + 1, label.LastIndexOfAny(['」', '”']));
        await visitor.Page.FillAsync("#typed", label[from..to]);
    }

    /// <summary>The code that the authenticator shows now.</summary>
    public static Task<string> CodeAsync(SandboxFixture sandbox, string officer) => CodeAsync(sandbox, officer, StepNow);

    /// <summary>A code that was not taken yet. Clocks may differ by half a minute, so the next one holds already; where that is taken too, it is waited for.</summary>
    public static async Task<string> NextCodeAsync(SandboxFixture sandbox, string officer)
    {
        var step = Math.Max(StepNow, Taken.GetValueOrDefault((sandbox.Data, officer))) + 1;
        await Waiting.UntilAsync(() => StepNow >= step - 1, "the authenticator shows another code", TestContext.Current.CancellationToken);
        return await CodeAsync(sandbox, officer, step);
    }

    private static long StepNow => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;

    private static async Task<string> CodeAsync(SandboxFixture sandbox, string name, long step)
    {
        Taken[(sandbox.Data, name)] = step;
        var officers = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "officers.json")));
        var secret = officers.EnumerateArray().Single(officer => officer.GetProperty("name").GetString() == name).GetProperty("totpSecret").GetString()!;
        return Authenticator.Code(secret, DateTimeOffset.FromUnixTimeSeconds(step * StepSeconds));
    }
}

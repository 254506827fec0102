using System.Text.Json;
using CrossBorder.Testing;

namespace CrossBorder.Browser.Tests;

/// <summary>What every walk of an officer begins with: the password of the sandbox, and the codes of an authenticator.</summary>
internal static class OfficerVisits
{
    public static async Task SignInAsync(this Visitor visitor, SandboxFixture sandbox, string officer)
    {
        await visitor.GoAsync(new Uri(sandbox.Ports.HubAddress, "console"));
        await visitor.Page.FillAsync("#name", officer);
        await visitor.Page.FillAsync("#password", "sandbox-" + officer);
        await visitor.Page.FillAsync("#code", await CodeAsync(sandbox, officer));
        await visitor.PressAsync("main form button");
    }

    /// <summary>The code that the authenticator shows now.</summary>
    public static async Task<string> CodeAsync(SandboxFixture sandbox, string officer) => await CodeAsync(sandbox, officer, TimeSpan.Zero);

    /// <summary>The code of sign-in is taken; clocks may differ by half a minute, so the next one holds already.</summary>
    public static async Task<string> NextCodeAsync(SandboxFixture sandbox, string officer) => await CodeAsync(sandbox, officer, TimeSpan.FromSeconds(30));

    private static async Task<string> CodeAsync(SandboxFixture sandbox, string name, TimeSpan ahead)
    {
        var officers = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(sandbox.Data, "officers.json")));
        var secret = officers.EnumerateArray().Single(officer => officer.GetProperty("name").GetString() == name).GetProperty("totpSecret").GetString()!;
        return Authenticator.Code(secret, TimeProvider.System.GetUtcNow() + ahead);
    }
}

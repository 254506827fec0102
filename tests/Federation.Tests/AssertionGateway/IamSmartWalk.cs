using System.Net.Http.Json;
using System.Text.Json;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using Xunit;

namespace CrossBorder.Federation.Tests.AssertionGateway;

/// <summary>A resident who signs in with iAM Smart, and the switches of the other side.</summary>
internal static class IamSmartWalk
{
    /// <summary>From the relying party to wherever it ends: the choice of the home, the phone, the wait for the app, and the hub's own questions.</summary>
    /// <param name="resident">Whose phone; empty for nobody's.</param>
    public static async Task<Page> SignInWithIamSmartAsync(
        this RelyingPartyClient client, ResidentBrowser browser, string resident, params (string Name, string? Value)[] changes)
    {
        var page = await client.ToWaitingAsync(browser, resident, changes);
        return await browser.OnwardAsync(page);
    }

    /// <summary>As far as the answer of the phone: the page on which the browser waits, or what comes after it.</summary>
    public static async Task<Page> ToWaitingAsync(
        this RelyingPartyClient client, ResidentBrowser browser, string resident, params (string Name, string? Value)[] changes)
    {
        var page = await browser.GoAsync(client.AuthorizeAddress(changes), TestContext.Current.CancellationToken);
        var choice = page.Forms.SelectMany(form => form.Buttons, (form, button) => (form, button)).FirstOrDefault(pair => pair.button.Value == "hk-iam-smart");
        if (choice.form is not null)
            page = await browser.SubmitAsync(choice.form, button: choice.button, cancellationToken: TestContext.Current.CancellationToken);
        var phone = Assert.Single(page.Forms, form => form.Action.AbsolutePath == "/iamsmart/broker");
        return await browser.SubmitAsync(phone, button: phone.Buttons.Single(button => button.Value == resident), cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Waits on while the gateway waits, and says yes to the hub's questions.</summary>
    public static async Task<Page> OnwardAsync(this ResidentBrowser browser, Page page)
    {
        var here = page;
        if (IsWaiting(here))
            here = await Waiting.UntilAsync(
                () => browser.GoAsync(page.Address, TestContext.Current.CancellationToken), seen => !IsWaiting(seen), "the gateway waits on", TestContext.Current.CancellationToken);
        for (var asked = 0; asked < 6 && !here.Stopped && here.Forms.FirstOrDefault(IsAQuestion) is { } form; asked++)
            here = await browser.SubmitAsync(form, cancellationToken: TestContext.Current.CancellationToken);
        return here;
    }

    public static async Task FaultAsync(this SandboxFixture sandbox, string mode, int count = 1)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Ports.HomeAddress };
        using var answer = await http.PostAsJsonAsync("iamsmart/faults", new { mode, count }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Lets the callbacks go that were held.</summary>
    public static async Task ReleaseAsync(this SandboxFixture sandbox)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Ports.HomeAddress };
        using var answer = await http.PostAsync(new Uri("iamsmart/release", UriKind.Relative), null, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What iAM Smart saw: how many content keys it gave, and how its callbacks were answered.</summary>
    public static async Task<(int KeysGiven, IReadOnlyList<(string Question, int Status, string? Code)> Callbacks)> IamSmartLogAsync(this SandboxFixture sandbox)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Ports.HomeAddress };
        var log = await http.GetFromJsonAsync<JsonElement>("iamsmart/log", TestContext.Current.CancellationToken);
        return (log.GetProperty("keysGiven").GetInt32(), [.. log.GetProperty("callbacks").EnumerateArray().Select(callback => (
            callback.GetProperty("question").GetString()!, callback.GetProperty("status").GetInt32(), callback.GetProperty("code").GetString()))]);
    }

    /// <summary>Waits for a callback that was answered with that code.</summary>
    public static Task CallbackRefusedAsync(this SandboxFixture sandbox, string code) => Waiting.UntilAsync(
        async () => (await sandbox.IamSmartLogAsync()).Callbacks.Any(callback => callback.Code == code), $"a callback is refused with {code}", TestContext.Current.CancellationToken);

    private static bool IsWaiting(Page page) => !page.Stopped && page.Address.AbsolutePath == "/waiting";

    private static bool IsAQuestion(PageForm form) => form.Fields.ContainsKey("__RequestVerificationToken") && form.Buttons.Count > 0
        && !form.Action.AbsolutePath.EndsWith("/stopped", StringComparison.Ordinal);
}

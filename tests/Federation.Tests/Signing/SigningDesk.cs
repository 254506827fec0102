using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrossBorder.Federation.Tests.AssertionGateway;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;

namespace CrossBorder.Federation.Tests.Signing;

/// <summary>A resident with a browser, a phone and a relying party's token, who signs applications.</summary>
internal sealed partial class SigningDesk : IDisposable
{
    /// <summary>Funeral grant: signed or confirmed, with two commitments and nothing to upload.</summary>
    public const string Item = "gd-el-006";

    private const string High = "urn:crossborder:loa:high";
    private readonly RelyingPartyClient client;
    private readonly HttpClient http;

    private SigningDesk(SandboxFixture sandbox, RelyingPartyClient client, ResidentBrowser browser, string login, string token)
    {
        (this.client, Browser, Login) = (client, browser, login);
        http = sandbox.NewHubClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-Hant");
    }

    public ResidentBrowser Browser { get; }

    public string Login { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SigningDesk> OpenAsync(SandboxFixture sandbox, string login)
    {
        var client = new RelyingPartyClient(sandbox.Ports, "yueshengshi");
        var browser = SandboxFixture.NewBrowser();
        var back = await client.SignInWithIamSmartAsync(browser, login, ("acr_values", High));
        var tokens = await client.RedeemAsync(back.Parameter("code"));
        Assert.Equal(200, tokens.Status);
        return new SigningDesk(sandbox, client, browser, login, tokens.AccessToken);
    }

    public static Dictionary<string, object> Application(string deceased = "陳老先生") => new()
    {
        ["item"] = Item,
        ["form"] = new { deceased, bank_account = "6222020000000000001" },
        ["commitments"] = new[] { "kinship-proof", "bank-account-proof" },
        ["deferred"] = new[] { "death-certificate" },
    };

    public async Task<JsonElement> BeginAsync(Dictionary<string, object>? application = null)
    {
        using var answer = await http.PostAsJsonAsync("api/applications/signing", application ?? Application(), Stop);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True((int)answer.StatusCode == 201, body.ToString());
        return body;
    }

    public async Task<JsonElement> StatusAsync(string reference) => await http.GetFromJsonAsync<JsonElement>("api/applications/signing/" + reference, Stop);

    public async Task<(int Status, JsonElement Body)> FileAsync(string? reference, string key, Dictionary<string, object>? application = null)
    {
        var body = application ?? Application();
        if (reference is not null)
            body["signing"] = reference;
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/applications") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Stop));
    }

    /// <summary>The package, once a department has answered.</summary>
    public Task<string> EvidenceAsync(string caseNumber) => Waiting.UntilAsync(
        async () =>
        {
            using var answer = await http.GetAsync($"api/applications/{caseNumber}/evidence", Stop);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(Stop) : "";
        }, package => package.Length > 0, "a department answers", Stop);

    /// <summary>The page on which it is signed, after whatever the hub asks before.</summary>
    public async Task<Page> ToSignPageAsync(JsonElement begun) => await PastSignInAsync(await Browser.GoAsync(begun.GetProperty("address").Deserialize<Uri>()!, Stop));

    /// <summary>Presses the button for the phone, and goes where it leads; a phone answers.</summary>
    /// <param name="page">The page on which it is signed.</param>
    /// <param name="phone">Whose phone; empty for nobody's.</param>
    public async Task<Page> SignByPhoneAsync(Page page, string? phone = null)
    {
        var waiting = await Browser.SubmitAsync(page.Handler("Phone"), cancellationToken: Stop);
        return await VisitAsync(Browser, GatewayAddress(waiting), phone ?? Login);
    }

    /// <summary>As far as the answer of the phone: the page on which the browser waits, or what comes after it.</summary>
    public static async Task<Page> ToPhoneAsync(ResidentBrowser browser, Uri address, string phone)
    {
        var page = await browser.GoAsync(address, Stop);
        return page.Forms.FirstOrDefault(form => form.Action.AbsolutePath == "/iamsmart/broker") is { } broker
            ? await browser.SubmitAsync(broker, button: broker.Buttons.Single(button => button.Value == phone), cancellationToken: Stop)
            : page;
    }

    /// <summary>From the address of the signing service to wherever it ends.</summary>
    public static async Task<Page> VisitAsync(ResidentBrowser browser, Uri address, string phone)
    {
        var page = await ToPhoneAsync(browser, address, phone);
        return page.Address.AbsolutePath == "/waiting"
            ? await Waiting.UntilAsync(() => browser.GoAsync(page.Address, Stop), seen => seen.Address.AbsolutePath != "/waiting", "the gateway waits on", Stop)
            : page;
    }

    /// <summary>Goes through a sign-in: the choice of the home, the phone, the hub's own questions.</summary>
    public async Task<Page> PastSignInAsync(Page page)
    {
        for (var steps = 0; steps < 10; steps++)
        {
            if (page.Address.AbsolutePath == "/waiting")
                page = await Waiting.UntilAsync(() => Browser.GoAsync(page.Address, Stop), seen => seen.Address.AbsolutePath != "/waiting", "the gateway waits on", Stop);
            else if (page.Forms.FirstOrDefault(form => form.Action.AbsolutePath == "/iamsmart/broker") is { } broker)
                page = await Browser.SubmitAsync(broker, button: broker.Buttons.Single(button => button.Value == Login), cancellationToken: Stop);
            else if (page.Address.AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal))
                page = await ChooseAsync(page);
            else
                return page;
        }

        return page;
    }

    /// <summary>Posts a form in which one name has several values, as ticked boxes have.</summary>
    public async Task<Page> PostAsync(PageForm form, params (string Name, string Value)[] more)
    {
        using var poster = new HttpClient(new SocketsHttpHandler { CookieContainer = Browser.Cookies });
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields.Where(field => more.All(other => other.Name != field.Key)).Select(field => (field.Key, field.Value)).Concat(more))
            body.Add(new StringContent(value), name);
        using var answer = await poster.PostAsync(form.Action, body, Stop);
        return new Page(answer.RequestMessage!.RequestUri!, answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    public static Uri GatewayAddress(Page waiting) => new(System.Net.WebUtility.HtmlDecode(GatewayLink().Match(waiting.Html).Groups["address"].Value));

    public void Dispose()
    {
        http.Dispose();
        client.Dispose();
        Browser.Dispose();
    }

    private Task<Page> ChooseAsync(Page page)
    {
        var choice = page.Forms.SelectMany(form => form.Buttons, (form, button) => (form, button)).FirstOrDefault(pair => pair.button.Value == "hk-iam-smart");
        return choice.form is not null
            ? Browser.SubmitAsync(choice.form, button: choice.button, cancellationToken: Stop)
            : Browser.SubmitAsync(page.Forms.First(form => form.Fields.ContainsKey("__RequestVerificationToken")), cancellationToken: Stop);
    }

    [GeneratedRegex("href=\"(?<address>http://[^\"]+/signing/[^\"]+)\"")]
    private static partial Regex GatewayLink();
}

/// <summary>Forms of the page on which it is signed.</summary>
internal static class SignPage
{
    public static PageForm Handler(this Page page, string name) => page.Forms.Single(form => form.Action.Query == "?handler=" + name);

    public static bool Offers(this Page page, string name) => page.Forms.Any(form => form.Action.Query == "?handler=" + name);
}

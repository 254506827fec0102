using System.Net;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Operations;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing.Administration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>A hub whose officers sign in at their administration's provider, and that provider.</summary>
public class ProviderDesk : IAsyncLifetime
{
    private AdministrationProvider? provider;
    private HubServing? hub;

    public AdministrationProvider Provider => provider!;

    public IServiceProvider Services => hub!.Services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        provider = await AdministrationProvider.StartAsync();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Officers:OpenId:Authority"] = provider.Issuer.AbsoluteUri,
            ["Officers:OpenId:ClientId"] = AdministrationProvider.Client,
            ["Officers:OpenId:ClientSecret"] = AdministrationProvider.Secret,
            ["Officers:OpenId:RequiredAcr:0"] = AdministrationProvider.Mfa,
            ["Officers:OpenId:Groups:0"] = "border-officers",
        };
        foreach (var (role, index) in Enum.GetNames<Federation.Officers.OfficerRole>().Select((role, index) => (role, index)))
        {
            settings[$"Officers:OpenId:Roles:{index}:Value"] = "hub-" + role.ToLowerInvariant();
            settings[$"Officers:OpenId:Roles:{index}:Role"] = role;
        }

        Set(settings);
        hub = await HubServing.StartAsync(settings);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (hub is not null)
            await hub.DisposeAsync();
        if (provider is not null)
            await provider.DisposeAsync();
    }

    /// <summary>What this hub has beside its provider: here that is the only way in, and roles are the provider's.</summary>
    protected virtual void Set(Dictionary<string, string> settings)
    {
        settings["Officers:OpenId:CreateByMapping"] = "true";
        settings["Officers:PasswordSignIn"] = "false";
    }

    public OfficerBrowser Visit() => new(hub!.Client.BaseAddress!);

    /// <summary>Walks to the provider and back, until a page of the hub stands.</summary>
    public async Task<Page> SignInAsync(OfficerBrowser browser, AdministrationPerson person) =>
        await FollowAsync(browser, (await ToProviderAsync(browser)).Location!, person);

    /// <summary>A browser in which this person is signed in.</summary>
    public async Task<OfficerBrowser> EnterAsync(AdministrationPerson person)
    {
        var browser = Visit();
        var page = await SignInAsync(browser, person);
        Assert.True(page.Status == HttpStatusCode.OK, page.Text);
        return browser;
    }

    public static async Task<(Page Page, Uri? Location)> ToProviderAsync(OfficerBrowser browser)
    {
        var form = (await browser.GoAsync("/console/sign-in")).Page.Forms.Single(form => form.Action.Query == "?handler=provider");
        return await browser.PostAsync(form.Action.PathAndQuery, new(form.Fields, StringComparer.Ordinal));
    }

    /// <summary>Signs in at the provider as this person: the address that it sends the browser back to.</summary>
    public async Task<Uri> AtProviderAsync(Uri authorize, AdministrationPerson person)
    {
        Provider.Person = person;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var answer = await http.GetAsync(authorize, Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await answer.Content.ReadAsStringAsync(Stop));
        return answer.Headers.Location!;
    }

    public async Task<Page> FollowAsync(OfficerBrowser browser, Uri authorize, AdministrationPerson person)
    {
        var (page, location) = await browser.GoAsync((await AtProviderAsync(authorize, person)).PathAndQuery);
        if (location is null)
            return page;

        // The landing page goes on by itself.
        Assert.StartsWith("/console/arrived?to=", location.OriginalString, StringComparison.Ordinal);
        var landed = (await browser.GoAsync(location.OriginalString)).Page;
        var to = System.Text.RegularExpressions.Regex.Match(landed.Html, "<a class=\"button\" href=\"([^\"]+)\"").Groups[1].Value;
        return (await browser.GoAsync(WebUtility.HtmlDecode(to))).Page;
    }

    internal Task<List<AuditEntry>> AuditAsync() =>
        UseAsync(context => context.AuditEntries.AsNoTracking().Where(entry => entry.Kind.StartsWith("officer.")).OrderBy(entry => entry.Id).ToListAsync(Stop));

    internal async Task<TResult> UseAsync<TResult>(Func<HubDbContext, Task<TResult>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<HubDbContext>());
    }
}

/// <summary>The same with passwords beside the provider, and accounts by invitation alone.</summary>
public sealed class MixedDesk : ProviderDesk
{
    protected override void Set(Dictionary<string, string> settings)
    {
        foreach (var (name, index) in new[] { "alpha", "beta" }.Select((name, index) => (name, index)))
        {
            settings[$"Officers:Development:{index}:Name"] = name;
            settings[$"Officers:Development:{index}:Role"] = "SecurityOfficer";
            settings[$"Officers:Development:{index}:Password"] = OfficerDesk.Password;
            settings[$"Officers:Development:{index}:TotpSecret"] = OfficerDesk.Secret;
        }
    }
}

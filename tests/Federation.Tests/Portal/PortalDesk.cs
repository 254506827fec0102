using System.Net;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Delegation;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Portal;
using CrossBorder.Federation.Proactive;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Sandbox.Browsing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>The portal over real applications and a real database; who is signed in is said by a header.</summary>
internal sealed class PortalDesk(ApplicationsDesk desk) : IAsyncDisposable
{
    public ApplicationsDesk Desk => desk;

    public static async Task<PortalDesk> OpenAsync(
        DepartmentsRunning departments, bool licences = true, bool worker = false, Action<IServiceCollection>? more = null) =>
        new(await ApplicationsDesk.OpenAsync(departments, "SQLite", worker, licences, more: Add + more, map: app => app.MapPages()));

    /// <summary>A browser that keeps cookies and follows nothing by itself.</summary>
    public async Task<PortalVisitor> VisitAsync(string? resident = null, string language = "en")
    {
        using var known = await desk.ListenAsync();
        return new PortalVisitor(known.BaseAddress!, resident, language);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    private static void Add(IServiceCollection services)
    {
        services.AddPages();
        services.AddProactive();
        services.AddSingleton<Recipients>();
        services.AddScoped<IConsents, ConsentStore>();
        services.AddScoped<IMandates, MandateStore>();
        // As at the hub: only a page that says so takes more.
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = 256 * 1024);
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, NamedSession>(HubSchemes.Session, null)
            .AddScheme<AuthenticationSchemeOptions, ShownJourney>(HubSchemes.Journey, null);
    }
}

/// <summary>Somebody at the portal.</summary>
internal sealed class PortalVisitor : IDisposable
{
    private readonly HttpClient http;

    public PortalVisitor(Uri hub, string? resident, string language)
    {
        var cookies = new CookieContainer();
        cookies.Add(hub, new Cookie("hub.language", language));
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = hub };
        // What is too large is refused before it is sent.
        http.DefaultRequestHeaders.ExpectContinue = true;
        if (resident is not null)
            http.DefaultRequestHeaders.Add(NamedSession.Header, resident);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<(Page Page, Uri? Location)> GoAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return await ReadAsync(answer);
    }

    public async Task<Page> SeeAsync(string path) => (await GoAsync(path)).Page;

    /// <summary>Posts the only form of a page with some fields filled in and files attached, as a browser does.</summary>
    public async Task<(Page Page, Uri? Location)> PostAsync(
        Page page, IEnumerable<KeyValuePair<string, string>>? fields = null, IEnumerable<(string Name, byte[] Content)>? files = null)
    {
        var form = Assert.Single(page.Forms);
        var changed = (fields ?? []).ToLookup(field => field.Key, field => field.Value, StringComparer.Ordinal);
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields.Where(field => !changed.Contains(field.Key)))
            body.Add(new StringContent(value), name);
        foreach (var group in changed)
        {
            foreach (var value in group)
                body.Add(new StringContent(value), group.Key);
        }

        foreach (var (name, content) in files ?? [])
            body.Add(new ByteArrayContent(content), name, "scan.bin");
        using var answer = await http.PostAsync(form.Action, body, Stop);
        return await ReadAsync(answer);
    }

    /// <summary>Posts what is no ordinary form.</summary>
    public async Task<Page> SendAsync(Uri address, HttpContent content)
    {
        using var answer = await http.PostAsync(address, content, Stop);
        return (await ReadAsync(answer)).Page;
    }

    public void Dispose() => http.Dispose();

    private static async Task<(Page Page, Uri? Location)> ReadAsync(HttpResponseMessage answer) =>
        (new Page(answer.RequestMessage!.RequestUri!, answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)), answer.Headers.Location);
}

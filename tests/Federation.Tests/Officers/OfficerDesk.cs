using System.Net;
using System.Text.RegularExpressions;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Operations;
using CrossBorder.Sandbox.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Federation.Tests.Officers;

/// <summary>The hub with an officer of each role, and a look into its audit log.</summary>
public sealed class OfficerDesk : IAsyncLifetime
{
    public const string Password = "correct horse battery";
    public const string Department = "gd-tax";
    public const string Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static readonly string[] Roles = ["SecurityOfficer", "Reviewer", "Auditor", "Operator"];
    private HubServing? hub;

    public IServiceProvider Services => hub!.Services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The officer of a role has the role's name, in small letters.</summary>
    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Roles.Length; i++)
        {
            settings[$"Officers:Development:{i}:Name"] = Roles[i].ToLowerInvariant();
            settings[$"Officers:Development:{i}:Role"] = Roles[i];
            settings[$"Officers:Development:{i}:Password"] = Password;
            settings[$"Officers:Development:{i}:TotpSecret"] = Secret;
        }

        // Trust is changed by two.
        settings["Officers:Development:4:Name"] = "second";
        settings["Officers:Development:4:Role"] = "SecurityOfficer";
        settings["Officers:Development:4:Password"] = Password;
        settings["Officers:Development:4:TotpSecret"] = Secret;
        // It fetches by itself: nothing here is under way while a test looks at it.
        settings["Departments:0:Slug"] = Department;
        settings["Departments:0:Channel"] = "pickup";
        settings["Departments:0:EnvelopeAlgorithm"] = "RS256";
        settings["Departments:0:ReceiptAlgorithms:0"] = "RS256";
        hub = await HubServing.StartAsync(settings);
    }

    public ValueTask DisposeAsync() => hub?.DisposeAsync() ?? ValueTask.CompletedTask;

    public OfficerBrowser Visit() => new(hub!.Client.BaseAddress!);

    /// <summary>A browser in which the officer of this role is signed in.</summary>
    public async Task<OfficerBrowser> EnterAsync(string role)
    {
        var browser = Visit();
        var (page, _) = await browser.SignInAsync(role.ToLowerInvariant(), Password, await FreshCodeAsync(role.ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.Found, page.Status);
        return browser;
    }

    /// <summary>A code that holds now and was not taken: the officer's last step is set back, which no request can do.</summary>
    internal async Task<string> FreshCodeAsync(string name)
    {
        await UseAsync(context => context.Set<Officer>().Where(row => row.UserName == name)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.LastTotpStep, 0), Stop));
        return CodeNow();
    }

    internal static string CodeNow() => Totp.CodeAt(Secret, Totp.StepAt(TimeProvider.System.GetUtcNow()));

    internal Task<List<AuditEntry>> AuditAsync() =>
        UseAsync(context => context.AuditEntries.AsNoTracking().Where(entry => entry.Kind.StartsWith("officer.")).OrderBy(entry => entry.Id).ToListAsync(Stop));

    internal async Task<TResult> UseAsync<TResult>(Func<HubDbContext, Task<TResult>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<HubDbContext>());
    }
}

/// <summary>A browser of an officer: it keeps cookies, posts forms with their tokens, and follows nothing by itself.</summary>
public sealed partial class OfficerBrowser : IDisposable
{
    private readonly HttpClient http;

    public OfficerBrowser(Uri hub)
    {
        Cookies = new CookieContainer();
        Cookies.Add(hub, new Cookie("hub.language", "en"));
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = hub };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; }

    public Uri Hub => http.BaseAddress!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<(Page Page, Uri? Location)> GoAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return await ReadAsync(answer);
    }

    public async Task<(Page Page, Uri? Location)> PostAsync(string path, Dictionary<string, string> fields)
    {
        using var body = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body, Stop);
        return await ReadAsync(answer);
    }

    /// <summary>Posts a file, with the token of the form on which one signs out.</summary>
    public async Task<(Page Page, Uri? Location)> SendFileAsync(string path, string field, byte[] content)
    {
        var (leave, _) = await GoAsync("/console/sign-out");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(leave.Forms[0].Fields["__RequestVerificationToken"]), "__RequestVerificationToken" },
            { new ByteArrayContent(content), field, "file.bin" },
        };
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body, Stop);
        return await ReadAsync(answer);
    }

    /// <summary>Fills in the only form of a page.</summary>
    public Task<(Page Page, Uri? Location)> SubmitAsync(Page page, params (string Name, string Value)[] fields)
    {
        var form = Assert.Single(page.Forms);
        var all = new Dictionary<string, string>(form.Fields, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            all[name] = value;
        return PostAsync(form.Action.PathAndQuery, all);
    }

    public async Task<(Page Page, Uri? Location)> SignInAsync(string name, string password, string code, string back = "/console")
    {
        var (form, _) = await GoAsync("/console/sign-in?back=" + Uri.EscapeDataString(back));
        return await SubmitAsync(form, ("name", name), ("password", password), ("code", code), ("back", back));
    }

    public void Dispose() => http.Dispose();

    private static async Task<(Page Page, Uri? Location)> ReadAsync(HttpResponseMessage answer) =>
        (new Page(answer.RequestMessage!.RequestUri!, answer.StatusCode, TagHelperMark().Replace(await answer.Content.ReadAsStringAsync(Stop), "")), answer.Headers.Location);

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex TagHelperMark();
}

using System.Net.Http.Headers;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Testing.Databases;
using CrossBorder.Testing;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>Applications and their delivery on a database of their own, against running departments; nobody signs in here.</summary>
internal sealed class ApplicationsDesk : IAsyncDisposable
{
    private readonly string folder;
    private readonly WebApplication app;
    private bool listening;

    private ApplicationsDesk(string folder, WebApplication app)
    {
        this.folder = folder;
        this.app = app;
    }

    public string KeyFile => Path.Combine(folder, "test.key");

    public IServiceProvider Services => app.Services;

    public static async Task<ApplicationsDesk> OpenAsync(
        DepartmentsRunning departments, string database, bool worker = true, bool licences = true, string? without = null,
        Action<IServiceCollection>? more = null, Action<WebApplication>? map = null)
    {
        var folder = Directory.CreateTempSubdirectory("crossborder-desk-").FullName;
        var connection = database switch
        {
            "SQLite" => "Data Source=" + Path.Combine(folder, "hub.db"),
            "PostgreSQL" => await PostgreSqlAsync(),
            _ => database,
        };

        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        // Desks on one database read what the others wrote.
        await File.WriteAllTextAsync(Path.Combine(folder, "test.key"), Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(value => (byte)value)]));
        builder.Configuration.AddInMemoryCollection(Settings(departments, connection, without));
        builder.Services.AddSingleton(new SettingsPaths(folder));
        builder.AddStorage();
        builder.Services.Configure<HubOptions>(options => options.Issuer = departments.Ports.HubAddress.AbsoluteUri);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAudit();
        builder.Services.AddCatalogue();
        builder.Services.AddApplications(builder.Configuration);
        builder.Services.AddSingleton<ILicenceSource>(new Licences(licences));
        var trust = new TestTrust(departments.Pki);
        builder.Services.AddSingleton<IHubKeys>(trust);
        builder.Services.AddSingleton<IHubSigners>(trust);
        builder.Services.AddSingleton<ITrustSnapshot>(trust);
        builder.Services.AddTrustRecords();
        builder.Services.AddSingleton<TrustListReader>();
        builder.Services.AddSingleton<TrustSnapshot>();
        builder.Services.AddTrustRevocation();
        // Signing asks homes; here no home offers it.
        builder.Services.AddSingleton<CrossBorder.Adapters.Ports.IPartnerTrust, CrossBorder.Federation.SignIn.HubPartnerTrust>();
        builder.Services.AddSingleton<CrossBorder.Adapters.Ports.IPartnerKeys, CrossBorder.Federation.SignIn.HubPartnerKeys>();
        more?.Invoke(builder.Services);
        builder.Services.RemoveAll<IHostedService>();
        if (worker)
            builder.Services.AddHostedService<DeliveryWorker>();

        builder.Services.AddSingleton<IApplicants, NamedApplicants>();
        builder.Services.AddAuthentication(HubSchemes.Bearer).AddScheme<AuthenticationSchemeOptions, NamedBearer>(HubSchemes.Bearer, null);
        builder.Services.AddAuthorizationBuilder().AddScope(HubScopes.Applications).AddScope(HubScopes.ApplicationsPickup);

        var desk = new ApplicationsDesk(folder, builder.Build());
        desk.app.Urls.Add("http://127.0.0.1:0");
        desk.app.MapCatalogue();
        desk.app.MapApplications();
        map?.Invoke(desk.app);
        await desk.UseAsync<HubDbContext, int>(async context => { await context.Database.MigrateAsync(); return 0; });
        foreach (var hosted in desk.Services.GetServices<IHostedService>().OfType<DeliveryWorker>())
            await hosted.StartedAsync(CancellationToken.None);
        return desk;
    }

    /// <summary>A client of the API, once it listens, as somebody that <see cref="NamedBearer"/> knows.</summary>
    public async Task<HttpClient> ListenAsync(string? caller = null)
    {
        if (!listening)
            await app.StartAsync();
        listening = true;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var client = new HttpClient { BaseAddress = new Uri(address) };
        if (caller is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", caller);
        return client;
    }

    public async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Outcome<CaseView>> SubmitAsync(SubmitApplication request, Applicant? applicant = null) =>
        UseAsync<ISubmitApplication, Outcome<CaseView>>(submit => submit.SubmitAsync(applicant ?? People.Applicant(), request, default));

    public async Task<CaseView> CaseAsync(string caseNumber, string resident = "resident-r1") =>
        (await UseAsync<ICases, Outcome<CaseView>>(cases => cases.FindAsync(resident, caseNumber, default))).Value;

    /// <summary>Waits until the case is as wanted.</summary>
    public Task<CaseView> UntilAsync(string caseNumber, Func<CaseView, bool> wanted) =>
        Waiting.UntilAsync(() => CaseAsync(caseNumber), wanted, $"case {caseNumber} is as wanted", default);

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in Services.GetServices<IHostedService>().OfType<DeliveryWorker>())
            await hosted.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> PostgreSqlAsync()
    {
        var server = await PostgreSqlServer.FindAsync();
        Assert.SkipWhen(server is null, PostgreSqlServer.Missing);
        return await server.CreateDatabaseAsync();
    }

    private static Dictionary<string, string?> Settings(DepartmentsRunning departments, string connection, string? without)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = connection,
            ["Delivery:PollEvery"] = "00:00:00.2",
            ["PersonalData:ActiveKey"] = "pd",
            ["PersonalData:Keys:0:Id"] = "pd",
            ["PersonalData:Keys:0:File"] = "test.key",
            ["PersonalData:LookupKeyFile"] = "test.key",
            ["PersonalData:PairwiseKeyFile"] = "test.key",
        };
        if (without != SandboxDepartments.Hotline)
            settings["Hotline:Department"] = SandboxDepartments.Hotline;
        var index = 0;
        foreach (var (slug, algorithm) in SandboxDepartments.Algorithms.Where(department => department.Key != without))
        {
            settings[$"Departments:{index}:Slug"] = slug;
            settings[$"Departments:{index}:Address"] = new Uri(departments.Ports.DepartmentsAddress, "departments/" + slug).AbsoluteUri;
            settings[$"Departments:{index}:EnvelopeAlgorithm"] = algorithm;
            settings[$"Departments:{index}:ReceiptAlgorithms:0"] = algorithm;
            if (SandboxDepartments.Encrypted.Contains(slug))
                settings[$"Departments:{index}:EncryptionKeyFile"] = departments.Pki.CertificateFile(SandboxDepartments.EncryptionKey(slug));
            index++;
        }

        return settings;
    }
}

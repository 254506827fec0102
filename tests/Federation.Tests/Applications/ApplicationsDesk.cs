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
using CrossBorder.Sandbox.Departments;
using CrossBorder.Testing.Databases;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Builder;
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

    private ApplicationsDesk(string folder, WebApplication app)
    {
        this.folder = folder;
        this.app = app;
    }

    public IServiceProvider Services => app.Services;

    public static async Task<ApplicationsDesk> OpenAsync(
        DepartmentsRunning departments, string database, bool worker = true, bool licences = true, bool tables = true)
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
        builder.Configuration.AddInMemoryCollection(Settings(departments, connection));
        builder.Services.AddSingleton(new SettingsPaths(folder));
        builder.AddStorage();
        builder.Services.AddSingleton(new PersonalDataKeys([new("pd", PersonalDataKey.Aes, new byte[32])], new byte[32], new byte[32]));
        builder.Services.Configure<HubOptions>(options => options.Issuer = departments.Ports.HubAddress.AbsoluteUri);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAudit();
        builder.Services.AddCatalogue();
        builder.Services.AddApplications(builder.Configuration);
        builder.Services.AddSingleton<ILicenceSource>(new Licences(licences));
        var trust = new TestTrust(departments.Pki);
        builder.Services.AddSingleton<IHubKeys>(trust);
        builder.Services.AddSingleton<ITrustSnapshot>(trust);
        builder.Services.RemoveAll<IHostedService>();
        if (worker)
            builder.Services.AddHostedService<DeliveryWorker>();

        var desk = new ApplicationsDesk(folder, builder.Build());
        if (tables)
            await desk.UseAsync<HubDbContext, int>(async context => { await context.Database.MigrateAsync(); return 0; });
        foreach (var hosted in desk.Services.GetServices<IHostedService>().OfType<DeliveryWorker>())
            await hosted.StartAsync(CancellationToken.None);
        return desk;
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

    /// <summary>Waits until the case is as wanted; the fixture's deadline ends a wait that is in vain.</summary>
    public async Task<CaseView> UntilAsync(string caseNumber, Func<CaseView, bool> wanted)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var view = await CaseAsync(caseNumber);
            if (wanted(view))
                return view;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }

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

    private static Dictionary<string, string?> Settings(DepartmentsRunning departments, string connection)
    {
        var settings = new Dictionary<string, string?> { ["Database:ConnectionString"] = connection, ["Delivery:PollEvery"] = "00:00:00.2" };
        var index = 0;
        foreach (var (slug, algorithm) in SandboxDepartments.Algorithms)
        {
            settings[$"Departments:{index}:Slug"] = slug;
            settings[$"Departments:{index}:Address"] = new Uri(departments.Ports.DepartmentsAddress, "departments/" + slug).AbsoluteUri;
            settings[$"Departments:{index}:EnvelopeAlgorithm"] = algorithm;
            settings[$"Departments:{index}:ReceiptAlgorithms:0"] = algorithm;
            index++;
        }

        return settings;
    }
}

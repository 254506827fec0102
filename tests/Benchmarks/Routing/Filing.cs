using System.Text.Json;
using CrossBorder.Benchmarks.Load;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Benchmarks.Routing;

/// <summary>A resident who signed in once and files again and again, at the door behind the web.</summary>
internal sealed class Filing : IDisposable
{
    private const string Client = "yueshengshi";
    private const string Item = "gd-hc-001";
    private readonly SandboxFixture fixture;
    private readonly Resident resident;
    private readonly Applicant applicant;
    private volatile string last = "";

    private Filing(SandboxFixture fixture, Resident resident, Applicant applicant)
    {
        this.fixture = fixture;
        this.resident = resident;
        this.applicant = applicant;
    }

    public static async Task<Filing> OpenAsync(SandboxFixture fixture, CancellationToken cancellationToken)
    {
        var resident = new Resident(fixture.World, Client);
        await resident.AgreeAsync(cancellationToken);
        var token = await resident.SignInAsync(cancellationToken);
        await using var scope = fixture.HubServices.CreateAsyncScope();
        var applicant = await scope.ServiceProvider.GetRequiredService<IApplicants>().FindAsync(SessionOf(token), Client, cancellationToken)
            ?? throw new InvalidOperationException("The session of the token is not there.");
        return new Filing(fixture, resident, applicant);
    }

    public async Task FileAsync(CancellationToken cancellationToken)
    {
        await using var scope = fixture.HubServices.CreateAsyncScope();
        var request = new SubmitApplication(Guid.NewGuid().ToString("N"), Client, Item, null, new Dictionary<string, string>(), [], [], []);
        var filed = await scope.ServiceProvider.GetRequiredService<ISubmitApplication>().SubmitAsync(applicant, request, cancellationToken);
        last = filed.Value.CaseNumber;
    }

    public Task FileManyAsync(int count, CancellationToken cancellationToken) =>
        Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = cancellationToken },
            async (_, stopping) => await FileAsync(stopping));

    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = fixture.HubServices.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<ICases>().FindAsync(applicant.ResidentId, last, cancellationToken);
        if (found.Value.Timeline.Count == 0)
            throw new InvalidOperationException("The case has no timeline.");
    }

    public void Dispose() => resident.Dispose();

    private static string SessionOf(string token)
    {
        using var payload = JsonDocument.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[1]));
        return payload.RootElement.GetProperty("sid").GetString()!;
    }
}

using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Webhooks;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Federation.Verifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>Removes journeys, sessions, replay entries, attestations and tokens whose time is over: personal data does not outlive its use.</summary>
internal sealed class ExpiredRows(IServiceScopeFactory scopes, IOptions<TrustRecordOptions> records, TimeProvider clock, ILogger<ExpiredRows> logger) : BackgroundService
{
    // Longer than any notice is tried for, and long enough for a resident to look back.
    private static readonly TimeSpan NoticesKept = TimeSpan.FromDays(30);

    // Who comes back to one that is over finds the filled-in application still there.
    private static readonly TimeSpan SigningsKept = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(30), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RemoveAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                SignIn.Log.SweepFailed(logger, fault);
            }
        }
    }

    internal async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        var now = clock.GetUtcNow();
        await context.Set<SignInJourneyRow>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ApplicationSigning>().Where(row => row.ExpiresAt < now - SigningsKept).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ReplayEntry>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(now, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(now, cancellationToken);
        await context.Set<LiveAttestation>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.Set<OfficerAttempts>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<RefusedSignIns>().CloseAsync(cancellationToken);
        await context.Set<OfficerStep>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.Set<OfficerInvitation>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.Set<OfficerSession>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.Set<SignOut>().Where(row => row.At < now - NoticesKept).ExecuteDeleteAsync(cancellationToken);
        await context.Set<StatusNotice>().Where(row => row.SettledAt < now - NoticesKept).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ResidentNotice>().Where(row => row.SettledAt < now - NoticesKept).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Session>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<ITrustRecords>()
            .PruneAsync(now - records.Value.Keep, now - records.Value.KeepCertificates, cancellationToken);
    }
}

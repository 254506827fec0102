using CrossBorder.Federation.Applications.Licences;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Webhooks;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.Proactive;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Signals;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Federation.Verifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>
/// Removes journeys, sessions, replay entries, attestations, tokens, broken and unfiled uploads and offers whose time is over: personal data does
/// not outlive its use. And what operators see no more: re-drives and maintenance of long ago.
/// </summary>
internal sealed class ExpiredRows(
    IServiceScopeFactory scopes, IOptions<TrustRecordOptions> records, IOptions<SignInOptions> signIn, IOptions<UploadOptions> uploads, IOptions<OffersOptions> offers,
    TimeProvider clock, ILogger<ExpiredRows> logger) : HubWorker
{
    // Longer than any notice is tried for, and long enough for a resident to look back.
    private static readonly TimeSpan NoticesKept = TimeSpan.FromDays(30);

    // Longer than any upload is under way.
    private static readonly TimeSpan UploadsTake = TimeSpan.FromHours(6);

    // What a quarter's report is written from; who did it stays in the audit log.
    private static readonly TimeSpan OperationsKept = TimeSpan.FromDays(100);

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
        await RemoveTokensAsync(scope.ServiceProvider, context, now, cancellationToken);
        await context.Set<LiveAttestation>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.Set<OfficerAttempts>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<RefusedSignIns>().CloseAsync(cancellationToken);
        await context.Set<OfficerStep>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.Set<OfficerInvitation>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.Set<OfficerSession>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.Set<SignOut>().Where(row => row.At < now - NoticesKept).ExecuteDeleteAsync(cancellationToken);
        await context.Set<StatusNotice>().Where(row => row.SettledAt < now - NoticesKept).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ResidentNotice>().Where(row => row.SettledAt < now - NoticesKept).ExecuteDeleteAsync(cancellationToken);
        await context.Set<LicenceSnapshot>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await ProactiveRows.RemoveOfAwayAsync(context, now - offers.Value.LongestAway, cancellationToken);
        await MaterialStore.RemoveUnfiledAsync(context, now - uploads.Value.KeepUnfiled, cancellationToken);
        await MaterialStore.RemoveBrokenAsync(context, now - UploadsTake, cancellationToken);
        await context.Set<SignalNotice>().Where(row => row.SettledAt < now - NoticesKept).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Session>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await Redrives.RemoveAsync(context, now - OperationsKept, cancellationToken);
        await MaintenanceWindows.RemoveAsync(context, now - OperationsKept, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<ITrustRecords>()
            .PruneAsync(now - records.Value.Keep, now - records.Value.KeepCertificates, cancellationToken);
    }

    /// <summary>
    /// A code or a refresh token that was used up is kept as long as it could have lived: only by its row is a second use seen for what it is,
    /// and ends what came of the first (RFC 9700 section 4.14.2). Of an access token that has expired nobody learns anything.
    /// </summary>
    private async Task RemoveTokensAsync(IServiceProvider services, HubDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var expired = now.UtcDateTime;
        await context.Set<OpenIddictEntityFrameworkCoreToken>()
            .Where(token => token.Type == TokenTypeIdentifiers.AccessToken && token.ExpirationDate < expired).ExecuteDeleteAsync(cancellationToken);
        // An authorization without tokens may be one whose first is on its way: that one is young.
        var kept = now - signIn.Value.IdentityLifetime;
        await services.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(kept, cancellationToken);
        await services.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(kept, cancellationToken);
    }
}

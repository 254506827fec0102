using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Delegation;

/// <summary>Ends every minute what ran out, and tells both a few days before. That nobody acts by what ran out does not hang on it.</summary>
internal sealed class MandateWorker(IServiceScopeFactory scopes, IOptions<DelegationOptions> options, TimeProvider clock, ILogger<MandateWorker> logger)
    : DueWorker<string>("mandates", TimeSpan.FromMinutes(1), scopes, clock)
{
    protected override Task<IReadOnlyList<string>> DueAsync(IServiceProvider services, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        services.GetRequiredService<IMandates>().DueAsync(now, now.AddDays(options.Value.RemindDays), most, cancellationToken);

    protected override async Task TakeAsync(IServiceProvider services, string due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mandates = services.GetRequiredService<IMandates>();
        if (await mandates.FindAsync(due, cancellationToken) is not { } mandate)
            return;
        if (mandate.ValidUntil <= now || (mandate.State == MandateState.Offered && mandate.CodeUntil <= now))
        {
            await services.GetRequiredService<EndMandate>().EndAsync(mandate, MandateEvent.RanOut, AuditActors.Hub, null, cancellationToken);
            return;
        }

        mandate.RemindedAt = now;
        mandate.Revision++;
        // Who took one for a few days has just been told when it ends.
        if (mandate.ValidUntil - mandate.AcceptedAt > TimeSpan.FromDays(options.Value.RemindDays))
            await mandates.TellAsync(mandate, MandateNews.EndsSoon, now, cancellationToken);
        await mandates.SaveAsync(cancellationToken);
    }

    protected override void Broke(Exception fault) => Log.MandatesBroke(logger, fault);
}

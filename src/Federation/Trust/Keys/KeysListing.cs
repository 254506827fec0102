using System.Text.Json;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary><c>keys list</c>: where each key of the hub stands, what comes next, who has it and who lags behind.</summary>
internal static class KeysListing
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> TellAsync(WebApplication hub, bool json, CancellationToken cancellation)
    {
        await using var app = hub;
        await using var scope = app.Services.CreateAsyncScope();
        var migrated = !await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().IsPendingAsync(cancellation);
        // Before the first migration there are the keys of the settings alone; a script must not take that for all.
        if (!migrated && json)
            throw new StartRefusedException(ErrorCatalogue.DatabaseNotMigrated.With("Run `database migrate`.").ToString());
        var keys = migrated ? await scope.ServiceProvider.GetRequiredService<KeyOverview>().LookAsync(cancellation) : [];
        if (json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(keys.Select(Shown), Json));
            return 0;
        }

        await app.Services.GetRequiredService<TrustReport>().TellKeysAsync(Console.Out);
        if (!migrated)
            await Console.Out.WriteLineAsync("hub keys      not told: the database is not at this version, run `database migrate`");
        foreach (var key in keys)
            await TellAsync(key);
        return 0;
    }

    private static async Task TellAsync(KeySight sight)
    {
        var state = sight.Key.AwaitsCertificate ? "Created, waits for its certificate" : sight.Key.State.ToString();
        await Console.Out.WriteLineAsync($"hub key       {sight.Key.Id}  {sight.Key.Line}  {state}  {sight.Place}");
        await Console.Out.WriteLineAsync($"              sha256 {sight.Sha256}  sm3 {sight.Sm3}");
        if (sight.Certificate is { } certificate)
            await Console.Out.WriteLineAsync($"              certificate {certificate.Subject}, until {certificate.NotAfter.UtcDateTime:yyyy-MM-dd HH:mm}Z");
        if (sight.Next is { } next)
            await Console.Out.WriteLineAsync($"              next: {next.To} at {next.At.UtcDateTime:yyyy-MM-dd HH:mm}Z");
        if (sight.Key.Use == KeyUses.Tokens)
            await Console.Out.WriteLineAsync($"              known to {sight.KnownTo.Count}, lagging behind {sight.Laggards.Count}{(sight.Laggards.Count > 0 ? ": " + string.Join(", ", sight.Laggards) : "")}");
    }

    private static object Shown(KeySight sight) => new
    {
        sight.Key.Id, sight.Key.Use, sight.Key.Algorithm, Line = sight.Key.Line.ToString(), State = sight.Key.State.ToString(), sight.Key.AwaitsCertificate,
        sight.Place, sight.Uses, sight.Sha256, sight.Sm3,
        Certificate = sight.Certificate is { } certificate
            ? new { certificate.Subject, certificate.Issuer, certificate.NotAfter, Sha256 = ConsoleFingerprint.Show(certificate.Sha256Thumbprint) } : null,
        sight.Key.CreatedAt, sight.Key.AnnouncedAt, sight.Key.ActiveSince, sight.Key.RetiringSince, sight.Key.EndedAt,
        Next = sight.Next is { } next ? new { To = next.To.ToString(), next.At } : null,
        KnownTo = sight.KnownTo.Select(known => new { known.ClientId, Evidence = known.Kind.ToString(), known.Since }),
        sight.Laggards,
    };
}

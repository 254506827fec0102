using System.CommandLine;
using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary><c>keys list</c>, <c>keys rotate</c> and <c>keys approve</c>: what the console does, by the same rules.</summary>
internal static class KeysCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="build">The hub with the settings of this command line.</param>
    /// <param name="guarded">Tells in a sentence what an operator can cure.</param>
    public static Command Create(Func<ParseResult, WebApplication> build, Func<Func<Task<int>>, Task<int>> guarded)
    {
        var json = new Option<bool>("--json") { Description = "As JSON" };
        var list = new Command("list", "List the signing keys: where each stands, what comes next, who has it and who lags behind") { json };
        list.SetAction((result, cancellation) => guarded(() => ListAsync(build(result), result.GetValue(json), cancellation)));

        var algorithm = new Argument<string>("ALGORITHM") { Description = "RS256, PS256, ES256 or SGD_SM3_SM2" };
        var reason = new Option<string>("--reason") { Description = "Why, in 10 to 1000 characters: another officer decides by it", Required = true };
        var proposer = CommandOfficer.NameOption();
        var rotate = new Command("rotate", "Propose that a successor be made and announced; another officer approves it") { algorithm, reason, proposer };
        rotate.SetAction((result, cancellation) => guarded(() => ActAsync(build(result), result.GetValue(proposer)!, "keys rotate",
            (keys, officer) => keys.ProposeAsync(KeyStepKind.Rotate, result.GetValue(algorithm)!, result.GetValue(reason)!, officer, cancellation), cancellation)));

        var step = new Argument<Guid>("STEP") { Description = "The number of the step, as keys rotate printed it" };
        var approver = CommandOfficer.NameOption();
        var approve = new Command("approve", "Approve a step that another officer proposed: with that it is done") { step, approver };
        approve.SetAction((result, cancellation) => guarded(() => ActAsync(build(result), result.GetValue(approver)!, "keys approve",
            (keys, officer) => keys.ApproveAsync(result.GetValue(step), officer, cancellation), cancellation)));

        var group = new Command("keys", "The hub's own keys") { list, rotate, approve };
        foreach (var verb in group.Subcommands)
            verb.TreatUnmatchedTokensAsErrors = false;
        return group;
    }

    private static async Task<int> ListAsync(WebApplication hub, bool json, CancellationToken cancellation)
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
            await Console.Out.WriteLineAsync("token keys    not told: the database is not at this version, run `database migrate`");
        foreach (var key in keys)
        {
            await Console.Out.WriteLineAsync($"token key     {key.Key.Id}  {key.Key.Algorithm}  {key.Key.State}  {key.Place}");
            await Console.Out.WriteLineAsync($"              sha256 {key.Sha256}  sm3 {key.Sm3}");
            if (key.Next is { } next)
                await Console.Out.WriteLineAsync($"              next: {next.To} at {next.At.UtcDateTime:yyyy-MM-dd HH:mm}Z");
            await Console.Out.WriteLineAsync($"              known to {key.KnownTo.Count}, lagging behind {key.Laggards.Count}{(key.Laggards.Count > 0 ? ": " + string.Join(", ", key.Laggards) : "")}");
        }

        return 0;
    }

    private static async Task<int> ActAsync(
        WebApplication hub, string name, string verb, Func<OfficerKeys, string, Task<Outcome<KeyStep>>> act, CancellationToken cancellation)
    {
        await using var app = hub;
        await using var scope = app.Services.CreateAsyncScope();
        var officer = await scope.ServiceProvider.GetRequiredService<CommandOfficer>()
            .SignInAsync(name, CommandSecrets.Read(), verb, cancellation, OfficerRole.SecurityOfficer);
        if (!officer.TryGetValue(out var presence))
            throw new StartRefusedException(officer.Error.ToString());
        var done = await act(scope.ServiceProvider.GetRequiredService<OfficerKeys>(), presence.Name);
        if (!done.TryGetValue(out var step))
            throw new StartRefusedException(done.Error.ToString());
        await Console.Out.WriteLineAsync($"{step.Id}  {step.Kind} {step.About}: {step.State}");
        return 0;
    }

    private static object Shown(KeySight key) => new
    {
        key.Key.Id, key.Key.Algorithm, State = key.Key.State.ToString(), key.Place, key.Uses, key.Sha256, key.Sm3,
        key.Key.CreatedAt, key.Key.AnnouncedAt, key.Key.ActiveSince, key.Key.RetiringSince, key.Key.EndedAt,
        Next = key.Next is { } next ? new { To = next.To.ToString(), next.At } : null,
        KnownTo = key.KnownTo.Select(known => new { known.ClientId, Evidence = known.Kind.ToString(), known.Since }),
        key.Laggards,
    };
}

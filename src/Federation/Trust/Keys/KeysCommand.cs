using System.CommandLine;
using System.Text.Json;
using CrossBorder.Federation.Homes;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Keys;

/// <summary><c>keys</c> and its verbs: what the console does, by the same rules.</summary>
/// <param name="build">The hub with the settings of this command line.</param>
/// <param name="guarded">Tells in a sentence what an operator can cure.</param>
internal sealed class KeysCommand(Func<ParseResult, WebApplication> build, Func<Func<Task<int>>, Task<int>> guarded)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Option<bool> json = new("--json") { Description = "As JSON" };
    private readonly Option<string> officer = CommandOfficer.NameOption();
    private readonly Option<string> reason = new("--reason") { Description = "Why, in 10 to 1000 characters: another officer decides or reviews by it", Required = true };
    private readonly Argument<string> key = new("KEY") { Description = "The id of a key; USE/ID where the same key has several uses" };
    private readonly Argument<Guid> step = new("STEP") { Description = "The number of the step, as the proposing verb printed it" };

    public Command Create()
    {
        var line = new Argument<string>("ALGORITHM") { Description = "RS256, PS256, ES256 or SGD_SM3_SM2 for tokens; USE/ALGORITHM for all else, such as envelopes/RS256" };
        var group = new Command("keys", "The hub's own keys")
        {
            List(),
            Verb("rotate", "Propose that a successor be made; another officer approves it", [line, reason], (result, keys, name, stop) =>
                keys.ProposeAsync(KeyStepKind.Rotate, result.GetValue(line)!, result.GetValue(reason)!, name, stop)),
            Request(),
            Install(),
            Verb("activate", "Propose that an announced key sign before its time", [key, reason], (result, keys, name, stop) =>
                keys.ProposeAsync(KeyStepKind.ActivateEarly, result.GetValue(key)!, result.GetValue(reason)!, name, stop)),
            Verb("let-go", "Propose that a retiring key not wait for relying parties that lag behind", [key, reason], (result, keys, name, stop) =>
                keys.ProposeAsync(KeyStepKind.LetGo, result.GetValue(key)!, result.GetValue(reason)!, name, stop)),
            Verb("approve", "Approve a step that another officer proposed: with that it is done", [step], (result, keys, name, stop) => keys.ApproveAsync(result.GetValue(step), name, stop)),
            Verb("refuse", "Refuse a step that another officer proposed", [step], (result, keys, name, stop) => keys.RefuseAsync(result.GetValue(step), name, stop)),
            Verb("withdraw", "Take back a step of your own", [step], (result, keys, name, stop) => keys.WithdrawAsync(result.GetValue(step), name, stop)),
            Verb("revoke", "Revoke a compromised key at once, in all its uses and for good; another officer reviews it", [key, reason], (result, keys, name, stop) =>
                keys.RevokeNowAsync(result.GetValue(key)!, result.GetValue(reason)!, name, stop)),
            Verb("review", "Say that you have looked at another officer's emergency revocation", [step], (result, keys, name, stop) => keys.ReviewAsync(result.GetValue(step), name, stop)),
        };
        foreach (var verb in group.Subcommands)
            verb.TreatUnmatchedTokensAsErrors = false;
        return group;
    }

    private Command List()
    {
        var verb = new Command("list", "List the signing keys: where each stands, what comes next, who has it and who lags behind") { json };
        verb.SetAction((result, stop) => guarded(() => KeysListing.TellAsync(build(result), result.GetValue(json), stop)));
        return verb;
    }

    private Command Verb(string name, string description, Symbol[] symbols, Func<ParseResult, OfficerKeys, string, CancellationToken, Task<Outcome<KeyStep>>> act)
    {
        var verb = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                verb.Arguments.Add(argument);
            else if (symbol is Option option)
                verb.Options.Add(option);
        }

        verb.Options.Add(officer);
        verb.Options.Add(json);
        verb.SetAction((result, stop) => guarded(() => AsOfficerAsync(result, name, async (services, presence) =>
        {
            var done = await act(result, services.GetRequiredService<OfficerKeys>(), presence.Name, stop);
            return done.Map(taken => result.GetValue(json) ? JsonSerializer.Serialize(Shown(taken), Json) : $"{taken.Id}  {taken.Kind} {taken.About}: {taken.State}");
        }, stop)));
        return verb;
    }

    private Command Request()
    {
        var subject = new Option<string?>("--subject") { Description = "The distinguished name to ask for, such as C=CN,O=Bureau,CN=Hub; that of the key before where it is left out" };
        var verb = new Command("request", "Print the request (PKCS#10) with which an authority certifies a key that waits for its certificate") { key, subject, officer };
        verb.SetAction((result, stop) => guarded(() => AsOfficerAsync(result, "request", async (services, presence) =>
        {
            var made = await services.GetRequiredService<RequestCertificate>().MakeAsync(result.GetValue(key)!, result.GetValue(subject), presence.Name, stop);
            return made.Map(request => request.ToPem().TrimEnd());
        }, stop)));
        return verb;
    }

    private Command Install()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The issued certificate and those between it and the anchor: PEM, DER or PKCS#7" };
        file.AcceptExistingOnly();
        return Verb("install", "Propose that an issued certificate be installed: with another officer's approval its key is announced", [key, file, reason], async (result, keys, name, stop) =>
        {
            var found = result.GetValue(file)!;
            if (found.Length > CertificateBundle.MaximumLength)
                return ErrorCatalogue.ImportUnreadable.With($"A file has at most {CertificateBundle.MaximumLength} bytes.");
            var read = CertificateBundle.Read(await File.ReadAllBytesAsync(found.FullName, stop));
            return read.TryGetValue(out var given)
                ? await keys.ProposeInstallAsync(result.GetValue(key)!, given, result.GetValue(reason)!, name, stop)
                : Outcome<KeyStep>.Refused(read.Errors);
        });
    }

    private async Task<int> AsOfficerAsync(
        ParseResult result, string verb, Func<IServiceProvider, OfficerPresence, Task<Outcome<string>>> act, CancellationToken stop)
    {
        await using var app = build(result);
        // A certificate is judged by what is trusted and revoked now, as the nodes that serve know it.
        await app.Services.GetRequiredService<RevocationLists>().LoadAsync(stop);
        await app.Services.GetRequiredService<RevocationResponders>().LoadAsync(stop);
        await app.Services.GetRequiredService<HomeWatch>().LookAsync(stop);
        await app.Services.GetRequiredService<Changes.TrustWatch>().TakeAsync(stop);
        await using var scope = app.Services.CreateAsyncScope();
        var signedIn = await scope.ServiceProvider.GetRequiredService<CommandOfficer>()
            .SignInAsync(result.GetValue(officer)!, CommandSecrets.Read(), $"keys {verb}", stop, OfficerRole.SecurityOfficer);
        if (!signedIn.TryGetValue(out var presence))
            throw new StartRefusedException(signedIn.Error.ToString());
        var done = await act(scope.ServiceProvider, presence);
        if (!done.TryGetValue(out var told))
            throw new StartRefusedException(done.Error.ToString());
        await Console.Out.WriteLineAsync(told);
        return 0;
    }

    private static object Shown(KeyStep step) => new
    {
        step.Id, Kind = step.Kind.ToString(), step.About, State = step.State.ToString(), step.Reason, step.ProposedBy, step.ProposedAt, step.DecidedBy, step.DecidedAt,
    };
}

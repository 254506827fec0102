using System.CommandLine;
using CrossBorder.Federation.Homes;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Trust.Commands;

/// <summary>
/// The verbs of trust. They go through <see cref="OfficerTrust"/> as the console does, each by an officer who proves who they are: the command
/// line is no way around the second one. 0: done; 1: refused, its code on standard error; 2: wrongly called.
/// </summary>
internal sealed class TrustCommand(Func<ParseResult, WebApplication> build, Func<Func<Task<int>>, Task<int>> guarded)
{
    private readonly Option<bool> json = new("--json") { Description = "Print JSON, for scripts" };
    private readonly Option<string> officer = CommandOfficer.NameOption();
    private readonly Option<string> reason = new("--reason") { Description = "Why, in 10 to 1000 characters: another officer decides by it", Required = true };

    public Command Create(Func<ParseResult, CancellationToken, Task<int>> tell) => new("trust", "Whom the hub believes")
    {
        List(tell),
        Changes(),
        new UsageVerb(json, officer).Create((result, use, stop) => guarded(() => WithAsync(result, use, stop))),
        new ImportVerb(json, officer, reason).Create(RunAsync),
        Step("approve", "Agree with a change that another officer proposed", static (trust, id, name, stop) => trust.ApproveAsync(id, name, stop)),
        Step("refuse", "Say no to a change that another officer proposed", static (trust, id, name, stop) => trust.RefuseAsync(id, name, stop)),
        Step("withdraw", "Take back what you proposed", static (trust, id, name, stop) => trust.WithdrawAsync(id, name, stop)),
        Step("confirm", "Keep a change that is in force", static (trust, id, name, stop) => trust.ConfirmAsync(id, name, stop)),
        Step("rollback", "Take back a change that is in force", static (trust, id, name, stop) => trust.RollBackAsync(id, name, stop)),
        About("suspend", "Propose to believe a certificate no more, until it is resumed", TrustChangeKind.Suspend),
        About("resume", "Propose that a suspension ends", TrustChangeKind.Resume),
        Revoke(),
    };

    private Command List(Func<ParseResult, CancellationToken, Task<int>> tell)
    {
        var verb = new Command("list", "List every certificate and key (--json), or anchors and revocation lists in words") { json };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((result, stop) => guarded(() => !result.GetValue(json) ? tell(result, stop) : WithAsync(result, async services =>
        {
            var entries = await services.GetRequiredService<TrustInventory>().ListAsync(stop);
            await Console.Out.WriteLineAsync(TrustJson.Of(entries));
            return 0;
        }, stop)));
        return verb;
    }

    private Command Changes()
    {
        var verb = new Command("changes", "List the changes of trust, the newest first") { json };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((result, stop) => guarded(() => WithAsync(result, async services =>
        {
            foreach (var change in (await services.GetRequiredService<ITrustChanges>().AllAsync(stop)).Reverse())
                await TellAsync(change, result.GetValue(json));
            return 0;
        }, stop)));
        return verb;
    }

    private Command Step(string name, string description, Func<OfficerTrust, Guid, string, CancellationToken, Task<Outcome<TrustChange>>> step)
    {
        var id = new Argument<Guid>("ID") { Description = "Number of the change" };
        var verb = new Command(name, description) { id, officer, json };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((result, stop) => RunAsync(result, name, (services, presence) =>
            step(services.GetRequiredService<OfficerTrust>(), result.GetValue(id), presence.Name, stop), stop));
        return verb;
    }

    private Command About(string name, string description, TrustChangeKind kind)
    {
        var fingerprint = Fingerprint();
        var verb = new Command(name, description) { fingerprint, officer, reason, json };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((result, stop) => RunAsync(result, name, (services, presence) => Known(result.GetValue(fingerprint)!, thumbprint =>
            services.GetRequiredService<OfficerTrust>().ProposeAsync(new TrustProposal(kind, thumbprint, result.GetValue(reason)!), presence.Name, stop)), stop));
        return verb;
    }

    private Command Revoke()
    {
        var fingerprint = Fingerprint();
        var emergency = new Option<bool>("--emergency") { Description = "At once and alone; another officer reviews it" };
        var verb = new Command("revoke", "Propose that a certificate is never believed again") { fingerprint, officer, reason, emergency, json };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((result, stop) => RunAsync(result, "revoke", (services, presence) => Known(result.GetValue(fingerprint)!, thumbprint =>
        {
            var trust = services.GetRequiredService<OfficerTrust>();
            return result.GetValue(emergency)
                ? trust.RevokeNowAsync(thumbprint, result.GetValue(reason)!, presence.Name, stop)
                : trust.ProposeAsync(new TrustProposal(TrustChangeKind.Revoke, thumbprint, result.GetValue(reason)!), presence.Name, stop);
        }), stop));
        return verb;
    }

    private static Argument<string> Fingerprint() => new("FINGERPRINT") { Description = "SHA-256 in hex, with colons or without" };

    private static async Task<Outcome<TrustChange>> Known(string typed, Func<string, Task<Outcome<TrustChange>>> act) =>
        ConsoleFingerprint.TryRead(typed, out var thumbprint)
            ? await act(thumbprint)
            : ErrorCatalogue.CertificateUnknown.With("A SHA-256 fingerprint has 64 hexadecimal digits.");

    private Task<int> RunAsync(ParseResult result, string verb, Func<IServiceProvider, OfficerPresence, Task<Outcome<TrustChange>>> act, CancellationToken stop) =>
        guarded(() => WithAsync(result, async services =>
        {
            var signedIn = await services.GetRequiredService<CommandOfficer>()
                .SignInAsync(result.GetValue(officer)!, CommandSecrets.Read(), "trust " + verb, stop, OfficerRole.SecurityOfficer);
            var done = signedIn.TryGetValue(out var presence) ? await act(services, presence) : Outcome<TrustChange>.Refused(signedIn.Errors);
            if (!done.TryGetValue(out var change))
                throw new StartRefusedException(done.Error.ToString());
            await TellAsync(change, result.GetValue(json));
            return 0;
        }, stop));

    private async Task<int> WithAsync(ParseResult result, Func<IServiceProvider, Task<int>> use, CancellationToken stop)
    {
        await using var app = build(result);
        await app.Services.GetRequiredService<HomeWatch>().LookAsync(stop);
        await app.Services.GetRequiredService<TrustWatch>().TakeAsync(stop);
        await using var scope = app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }

    private static Task TellAsync(TrustChange change, bool asJson) => Console.Out.WriteLineAsync(asJson
        ? TrustJson.Of(change)
        : $"{change.Id}  {change.Kind}  {change.State}  {ConsoleFingerprint.Show(change.Fingerprint)}  by {change.ProposedBy}");
}

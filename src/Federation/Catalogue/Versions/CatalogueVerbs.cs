using System.CommandLine;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Catalogue.Versions;

/// <summary>
/// The verbs of the catalogue's versions: as the console does, an operator imports and a security officer publishes, each proving who they
/// are. 0: done; 1: refused, its codes on standard error.
/// </summary>
internal sealed class CatalogueVerbs(Func<ParseResult, WebApplication> build, Func<Func<Task<int>>, Task<int>> guarded)
{
    public static readonly OfficerRole[] MayWithdraw = [OfficerRole.Operator, OfficerRole.SecurityOfficer];

    private readonly Option<bool> json = new("--json") { Description = "Print JSON, for scripts" };
    private readonly Option<string> officer = CommandOfficer.NameOption();

    public IEnumerable<Command> Create() =>
    [
        Import(),
        Step("publish", "Let a draft count, at once or from its own date", static (catalogue, version, name, stop) => catalogue.PublishAsync(version, name, stop), OfficerRole.SecurityOfficer),
        Step("withdraw", "Take back a draft, or what does not count yet", static (catalogue, version, name, stop) => catalogue.WithdrawAsync(version, name, stop), MayWithdraw),
        List(),
        Diff(),
    ];

    private Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A catalogue (JSON)" };
        return Verb(new Command("import", "Store a catalogue as a draft") { file, officer, json }, async (services, result, stop) =>
        {
            var given = result.GetRequiredValue(file);
            if (!given.Exists)
                return Outcome<string>.Refused([ErrorCatalogue.CatalogueDraftInvalid.With($"The file '{given.Name}' does not exist.")]);
            var signedIn = await SignInAsync(services, result, "import", stop, OfficerRole.Operator);
            var done = signedIn.TryGetValue(out var presence)
                ? await services.GetRequiredService<OfficerCatalogue>().ImportAsync(await File.ReadAllBytesAsync(given.FullName, stop), presence.Name, stop)
                : Outcome<CatalogueHead>.Refused(signedIn.Errors);
            return done.Map(head => CatalogueTelling.Of(head, result.GetValue(json)));
        });
    }

    private Command Step(
        string name, string description, Func<OfficerCatalogue, string, string, CancellationToken, Task<Outcome<CatalogueHead>>> step, params OfficerRole[] roles)
    {
        var version = new Argument<string>("VERSION") { Description = "As the file names it" };
        return Verb(new Command(name, description) { version, officer, json }, async (services, result, stop) =>
        {
            var signedIn = await SignInAsync(services, result, name, stop, roles);
            var done = signedIn.TryGetValue(out var presence)
                ? await step(services.GetRequiredService<OfficerCatalogue>(), result.GetRequiredValue(version), presence.Name, stop)
                : Outcome<CatalogueHead>.Refused(signedIn.Errors);
            return done.Map(head => CatalogueTelling.Of(head, result.GetValue(json)));
        });
    }

    private Command List() => Verb(new Command("list", "List the versions, the last imported first") { json }, async (services, result, stop) =>
        CatalogueTelling.Of(await services.GetRequiredService<ICatalogueVersionStore>().HeadsAsync(stop), result.GetValue(json)));

    private Command Diff()
    {
        var version = new Argument<string>("VERSION") { Description = "As the file names it" };
        return Verb(new Command("diff", "Tell what a version changes of what counts before it") { version, json }, async (services, result, stop) =>
            (await services.GetRequiredService<PreviewCatalogue>().LookAsync(result.GetRequiredValue(version), stop))
            .Map(preview => CatalogueTelling.Of(preview, result.GetValue(json))));
    }

    private static Task<Outcome<OfficerPresence>> SignInAsync(IServiceProvider services, ParseResult result, string verb, CancellationToken stop, params OfficerRole[] roles) =>
        services.GetRequiredService<CommandOfficer>().SignInAsync(result.GetValue<string>("--officer")!, CommandSecrets.Read(), "catalogue " + verb, stop, roles);

    private Command Verb(Command verb, Func<IServiceProvider, ParseResult, CancellationToken, Task<Outcome<string>>> act)
    {
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((result, stop) => guarded(async () =>
        {
            await using var app = build(result);
            await app.Services.GetRequiredService<CatalogueWatch>().TakeAsync(stop);
            await using var scope = app.Services.CreateAsyncScope();
            var done = await act(scope.ServiceProvider, result, stop);
            if (!done.TryGetValue(out var told))
                throw new StartRefusedException(string.Join(Environment.NewLine, done.Errors));
            await Console.Out.WriteLineAsync(told);
            return 0;
        }));
        return verb;
    }
}

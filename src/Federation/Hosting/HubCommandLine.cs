using System.CommandLine;
using CrossBorder.Federation.Applications.Evidence;
using CrossBorder.Federation.AssertionGateway.Hosting;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Backup;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Commands;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting;

/// <summary>The verbs of the hub's binary. Without one it serves.</summary>
internal static class HubCommandLine
{
    private const int WronglyCalled = 2;
    private const string HubRole = "hub";

    public static Task<int> RunAsync(string[] args)
    {
        var settings = new Option<string?>("--settings") { Description = "Settings file (JSON); paths in it are relative to it", Recursive = true };
        var anchor = new Option<FileInfo[]>("--anchor") { Description = "Certificate (PEM) of an authority of hubs to believe, in place of those of the settings" };
        var witness = new Option<string?>("--witness") { Description = "What a witness kept: a folder of checkpoints, or a file with one on each line" };
        var verifyAudit = Verb("verify", "audit verify [FILE]: verify an exported audit log offline, or without FILE the database: 0 where all of it holds, else 1", VerifyAudit);
        verifyAudit.Options.Add(anchor);
        verifyAudit.Options.Add(witness);
        var role = new Option<string>("--role") { Description = "hub, or assertion-gateway: the role of the side that residents sign in at", DefaultValueFactory = _ => HubRole };
        role.AcceptOnlyFromAmong(HubRole, GatewayHost.Role);
        var serve = Verb("serve", "Serve (the default)", Serve);
        serve.Options.Add(role);
        var root = new RootCommand("Cross-border identity federation hub")
        {
            settings,
            serve,
            Group("database", "The database", Verb("migrate", "Bring the database to this version", Migrate)),
            new TrustCommand(result => HubHost.Build(Arguments(result)), Guarded).Create(TellTrust),
            new KeysCommand(result => HubHost.Build(Arguments(result)), Guarded).Create(),
            OfficersCommand.Create(result => HubHost.Build(Arguments(result)), Guarded),
            new BackupCommand(result => HubHost.Build(Arguments(result)), Guarded).Create(),
            EvidenceCommand.Create(),
            CatalogueCommand.Create(result => HubHost.Build(Arguments(result)), Guarded),
            Group("audit", "The audit log", Verb("export", "audit export FILE: write all entries and checkpoints to a file (JSON)", ExportAudit), verifyAudit),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((result, cancellation) => Guarded(() => Serve(result, cancellation)));
        return InvokeAsync(root.Parse(args));

        async Task<int> Serve(ParseResult result, CancellationToken cancellation)
        {
            await using var app = result.GetValue(role) == GatewayHost.Role
                ? GatewayHost.Build(Arguments(result))
                : HubHost.Build(Arguments(result));
            await app.RunAsync(cancellation);
            return 0;
        }

        async Task<int> Migrate(ParseResult result, CancellationToken cancellation)
        {
            await using var app = HubHost.Build(Arguments(result));
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().ApplyAsync(cancellation);
            await Console.Out.WriteLineAsync("The database is at this version.");
            return 0;
        }

        async Task<int> TellTrust(ParseResult result, CancellationToken cancellation)
        {
            await using var app = HubHost.Build(Arguments(result));
            await app.Services.GetRequiredService<TrustReport>().TellTrustAsync(Console.Out, cancellation);
            return 0;
        }

        async Task<int> ExportAudit(ParseResult result, CancellationToken cancellation)
        {
            var (file, rest) = BareWord(result.UnmatchedTokens);
            if (file is null)
                throw new StartRefusedException(ErrorCatalogue.SettingInvalid.With("audit export needs the name of a file to write").ToString());

            await using var app = HubHost.Build(WithSettings(result, rest));
            return await WithAuditAsync(app, (reading, _) => AuditCommand.ExportAsync(reading, new FileInfo(file), Console.Out, cancellation), cancellation);
        }

        async Task<int> VerifyAudit(ParseResult result, CancellationToken cancellation)
        {
            var (file, rest) = BareWord(result.UnmatchedTokens);
            TrustList? anchors = null;
            if (result.GetValue(anchor) is { Length: > 0 } files && !AuditCommand.Anchors(files).TryGetValue(out anchors))
                throw new StartRefusedException(AuditCommand.Anchors(files).Error.ToString());
            // With the reader's own anchors a file needs no settings, so anybody can verify it. One that is not there needs neither.
            if (file is not null && (anchors is not null || !File.Exists(file)))
                return await AuditCommand.VerifyFileAsync(new FileInfo(file), anchors ?? new TrustList([]), result.GetValue(witness), Console.Out, cancellation);

            await using var app = HubHost.Build(WithSettings(result, rest));
            return await WithAuditAsync(app, (reading, configured) => file is null
                ? AuditCommand.VerifyDatabaseAsync(reading, anchors ?? configured, result.GetValue(witness), Console.Out, cancellation)
                : AuditCommand.VerifyFileAsync(new FileInfo(file), configured, result.GetValue(witness), Console.Out, cancellation), cancellation);
        }

        string[] Arguments(ParseResult result) => WithSettings(result, result.UnmatchedTokens);

        string[] WithSettings(ParseResult result, IReadOnlyList<string> rest)
        {
            RefuseUnknownVerb(rest);
            return result.GetValue(settings) is { } file ? ["--settings", file, .. rest] : [.. rest];
        }
    }

    // Scripts tell a refusal from a mistake of their own.
    private static async Task<int> InvokeAsync(ParseResult result)
    {
        var done = await result.InvokeAsync();
        return result.Errors.Count > 0 && result.CommandResult.Command.Parents.Any(parent => parent.Name == "trust") ? WronglyCalled : done;
    }

    // A mistyped verb must not start a server. A bare word is configuration only as the value behind its --key.
    private static void RefuseUnknownVerb(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (IsBare(arguments, i))
                throw new StartRefusedException(ErrorCatalogue.SettingInvalid.With($"there is no verb '{arguments[i]}': --help lists them").ToString());
        }
    }

    private static bool IsBare(IReadOnlyList<string> arguments, int index) =>
        !arguments[index].StartsWith('-')
        && !(index > 0 && arguments[index - 1].StartsWith("--", StringComparison.Ordinal) && !arguments[index - 1].Contains('='));

    /// <summary>The first bare word, and the arguments without it.</summary>
    private static (string? Word, IReadOnlyList<string> Others) BareWord(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
            if (IsBare(arguments, i))
                return (arguments[i], [.. arguments.Take(i), .. arguments.Skip(i + 1)]);
        return (null, arguments);
    }

    private static async Task<int> WithAuditAsync(WebApplication app, Func<AuditReading, TrustList, Task<int>> use, CancellationToken cancellation)
    {
        await app.Services.GetRequiredService<RevocationLists>().LoadAsync(cancellation);
        await using var scope = app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<AuditReading>(), scope.ServiceProvider.GetRequiredService<ITrustSnapshot>().Current.TrustList);
    }

    private static Command Group(string name, string description, params Command[] verbs)
    {
        var group = new Command(name, description);
        foreach (var verb in verbs)
            group.Subcommands.Add(verb);
        return group;
    }

    private static Command Verb(string name, string description, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((result, cancellation) => Guarded(() => action(result, cancellation)));
        return command;
    }

    // What an operator can cure is told in a sentence, not in a stack trace.
    private static async Task<int> Guarded(Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (OptionsValidationException refusal)
        {
            return await TellAsync(refusal.Failures);
        }
        catch (AggregateException refusals) when (refusals.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return await TellAsync(refusals.InnerExceptions.Cast<OptionsValidationException>().SelectMany(refusal => refusal.Failures));
        }
        catch (StartRefusedException refusal)
        {
            return await TellAsync([refusal.Message]);
        }
        // The library of the command line would end without a word.
        catch (OperationCanceledException)
        {
            return await TellAsync([ErrorCatalogue.Unexpected.With("The verb was stopped, or what it waited for did not come in time. Run it again.").ToString()]);
        }
    }

    private static async Task<int> TellAsync(IEnumerable<string> failures)
    {
        foreach (var failure in failures)
            await Console.Error.WriteLineAsync(failure);
        return 1;
    }
}

using System.CommandLine;
using CrossBorder.Federation.Applications.Evidence;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting;

/// <summary>The verbs of the hub's binary. Without one it serves.</summary>
internal static class HubCommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var settings = new Option<string?>("--settings") { Description = "Settings file (JSON); paths in it are relative to it", Recursive = true };
        var root = new RootCommand("Cross-border identity federation hub")
        {
            settings,
            Verb("serve", "Serve (the default)", Serve),
            Group("database", "The database", Verb("migrate", "Bring the database to this version", Migrate)),
            Group("trust", "Whom the hub believes", Verb("list", "List anchors and revocation lists, and when they end", TellTrust)),
            Group("keys", "The hub's own keys", Verb("list", "List the signing keys, and when their certificates end", TellKeys)),
            EvidenceCommand.Create(),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((result, cancellation) => Guarded(() => Serve(result, cancellation)));
        return root.Parse(args).InvokeAsync();

        async Task<int> Serve(ParseResult result, CancellationToken cancellation)
        {
            await using var app = HubHost.Build(Arguments(result));
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

        async Task<int> TellKeys(ParseResult result, CancellationToken cancellation)
        {
            await using var app = HubHost.Build(Arguments(result));
            await app.Services.GetRequiredService<TrustReport>().TellKeysAsync(Console.Out);
            return 0;
        }

        string[] Arguments(ParseResult result)
        {
            var rest = result.UnmatchedTokens;
            RefuseUnknownVerb(rest);
            return result.GetValue(settings) is { } file ? ["--settings", file, .. rest] : [.. rest];
        }
    }

    // A mistyped verb must not start a server. A bare word is configuration only as the value behind its --key.
    private static void RefuseUnknownVerb(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var isValue = i > 0 && arguments[i - 1].StartsWith("--", StringComparison.Ordinal) && !arguments[i - 1].Contains('=');
            if (!arguments[i].StartsWith('-') && !isValue)
                throw new StartRefusedException(ErrorCatalogue.SettingInvalid.With($"there is no verb '{arguments[i]}': --help lists them").ToString());
        }
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
    }

    private static async Task<int> TellAsync(IEnumerable<string> failures)
    {
        foreach (var failure in failures)
            await Console.Error.WriteLineAsync(failure);
        return 1;
    }
}

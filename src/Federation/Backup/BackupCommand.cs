using System.CommandLine;
using System.Text.Json;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Backup;

/// <summary><c>backup create|verify|restore|key-files</c>. 0: done; 1: refused, its code on standard error.</summary>
internal sealed class BackupCommand(Func<ParseResult, WebApplication> build, Func<Func<Task<int>>, Task<int>> guarded)
{
    private readonly Argument<FileInfo> file = new("FILE") { Description = "The backup" };
    private readonly Option<FileInfo> passphrase = new("--passphrase-file") { Description = $"Where the passphrase stands; else {BackupPassphrase.Variable}, else a line of standard input" };
    private readonly Option<bool> json = new("--json") { Description = "Print JSON, for scripts" };
    private readonly Option<string?> officer = new("--officer") { Description = "Who you are: a security officer, where the hub has officers; password and code as for the other verbs" };

    public Command Create()
    {
        passphrase.AcceptExistingOnly();
        var group = new Command("backup", "Trust and keys in one encrypted file") { CreateVerb(), VerifyVerb(), RestoreVerb(), KeyFilesVerb() };
        foreach (var verb in group.Subcommands)
            verb.TreatUnmatchedTokensAsErrors = false;
        return group;
    }

    private Command CreateVerb()
    {
        var withKeyFiles = new Option<bool>("--with-key-files") { Description = "The key files that the settings name too; without it the backup says which it has not" };
        var verb = new Command("create", "Write trust, keys, officers and the audit log to a new file") { file, passphrase, officer, withKeyFiles, json };
        verb.SetAction((result, stop) => RunAsync(result, "backup create", async (services, presence) => await TellAsync(
            await services.GetRequiredService<CreateBackup>().RunAsync(result.GetValue(file)!, Passphrase(result), result.GetValue(withKeyFiles), presence, stop),
            manifest => WriteAsync(manifest, result.GetValue(json))), stop));
        return verb;
    }

    private Command VerifyVerb()
    {
        var verb = new Command("verify", "Check every byte of a backup and print what is in it; needs neither database nor settings") { file, passphrase, json };
        verb.SetAction((result, stop) => guarded(async () => await TellAsync(
            await WithFileAsync(result, stream => BackupReading.ReadAsync(stream, Passphrase(result), new NobodyVisits(), stop)),
            manifest => WriteAsync(manifest, result.GetValue(json)))));
        return verb;
    }

    private Command RestoreVerb()
    {
        var replace = new Option<string?>("--replace") { Description = "Replace what is there: type the issuer of this hub" };
        var keepLog = new Option<FileInfo?>("--keep-log") { Description = "Where the audit log of this database is written to, if that of the backup does not go on from it" };
        var verb = new Command("restore", "Put a backup back: into a database without trust and keys, or with --replace") { file, passphrase, officer, replace, keepLog, json };
        verb.SetAction((result, stop) => RunAsync(result, "backup restore", async (services, presence) => await TellAsync(
            await WithFileAsync(result, _ => services.GetRequiredService<RestoreBackup>()
                .RunAsync(result.GetValue(file)!, Passphrase(result), result.GetValue(replace), result.GetValue(keepLog), presence, stop)),
            async report =>
            {
                await WriteAsync(report.Manifest, result.GetValue(json));
                await Console.Error.WriteLineAsync($"Restored. {report.Kept.Revocations} revocations and {report.Kept.RevokedKeys} revoked keys of this database stay, and {report.Kept.OfficersKeptOut} officers are still kept out. "
                    + (report.LogReplaced ? "The audit log is that of the backup." : "The audit log of this database is the longer one and stays."));
            }), stop));
        return verb;
    }

    private Command KeyFilesVerb()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Where they are written, for their owner alone" };
        var verb = new Command("key-files", "Take the key files out of a backup: a hub does not start without them") { file, folder, passphrase };
        verb.SetAction((result, stop) => guarded(async () =>
        {
            var target = result.GetValue(folder)!;
            if (!target.Exists)
                throw new StartRefusedException(ErrorCatalogue.BackupFileUnfit.With($"There is no folder {target.FullName}.").ToString());
            var given = Passphrase(result);
            // The whole file first: nothing is taken out of a damaged one.
            var verified = await WithFileAsync(result, stream => BackupReading.ReadAsync(stream, given, new NobodyVisits(), stop));
            var extract = new ExtractKeyFiles(target);
            var done = verified.Succeeded ? await WithFileAsync(result, stream => BackupReading.ReadAsync(stream, given, extract, stop)) : verified;
            return await TellAsync(done, async _ =>
            {
                foreach (var path in extract.Written)
                    await Console.Out.WriteLineAsync(path);
            });
        }));
        return verb;
    }

    private Task<int> RunAsync(ParseResult result, string verb, Func<IServiceProvider, OfficerPresence?, Task<int>> act, CancellationToken stop) => guarded(async () =>
    {
        await using var app = build(result);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        OfficerPresence? presence = null;
        if (result.GetValue(officer) is { Length: > 0 } || (await services.GetRequiredService<IOfficers>().ListAsync(stop)).Count > 0)
        {
            var signedIn = await services.GetRequiredService<CommandOfficer>()
                .SignInAsync(result.GetValue(officer) ?? "", CommandSecrets.Read(), verb, stop, OfficerRole.SecurityOfficer);
            if (!signedIn.TryGetValue(out presence))
                throw new StartRefusedException(signedIn.Error.ToString());
        }

        return await act(services, presence);
    });

    private string Passphrase(ParseResult result) => BackupPassphrase.Read(result.GetValue(passphrase));

    private async Task<Outcome<T>> WithFileAsync<T>(ParseResult result, Func<Stream, Task<Outcome<T>>> use)
    {
        var found = result.GetValue(file)!;
        if (!found.Exists)
            return ErrorCatalogue.BackupNotOne.With($"There is no file {found.FullName}.");
        await using var stream = found.OpenRead();
        return await use(stream);
    }

    private static async Task<int> TellAsync<T>(Outcome<T> outcome, Func<T, Task> tell)
    {
        if (!outcome.TryGetValue(out var value))
            throw new StartRefusedException(outcome.Error.ToString());
        await tell(value);
        return 0;
    }

    private static async Task WriteAsync(BackupManifest manifest, bool asJson)
    {
        if (asJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(manifest, BackupLines.Json));
            return;
        }

        var origin = manifest.Origin;
        await Console.Out.WriteLineAsync($"{origin.Issuer}, made {origin.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z by {(origin.Officer.Length > 0 ? origin.Officer : "no officer")} on {origin.Node} ({origin.Product})");
        foreach (var table in manifest.Tables)
            await Console.Out.WriteLineAsync($"{table.Rows,8}  {table.Name,-22}  sha256 {table.Sha256}");
        foreach (var key in manifest.KeyFiles)
            await Console.Out.WriteLineAsync($"{(key.Included ? "included" : "NOT HERE"),8}  {key.Setting}  {key.Name}");
        await Console.Out.WriteLineAsync($"audit log: {manifest.Log.Size} entries, the last {manifest.Log.Last}; {manifest.Log.Waiting} not linked yet");
    }
}

using System.CommandLine;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Consequences;

namespace CrossBorder.Federation.Trust.Commands;

/// <summary><c>trust usage</c>: what rests on a certificate or on a key of the hub, for security officers and auditors.</summary>
internal sealed class UsageVerb(Option<bool> json, Option<string> officer)
{
    private readonly Argument<string> about = new("FINGERPRINT|KID") { Description = "SHA-256 of a certificate in hex, or the kid of a key of the hub" };
    private readonly Option<bool> csv = new("--csv") { Description = "Print the whole list as CSV, for spreadsheets" };

    public Command Create(Func<ParseResult, Func<IServiceProvider, Task<int>>, CancellationToken, Task<int>> run)
    {
        var verb = new Command("usage", "Tell what rests on a certificate or key: in numbers, or the whole list with --json or --csv") { about, officer, json, csv };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
                result.AddError("Either --json or --csv.");
        });
        verb.SetAction((result, stop) => run(result, services => TellAsync(result, services, stop), stop));
        return verb;
    }

    private async Task<int> TellAsync(ParseResult result, IServiceProvider services, CancellationToken stop)
    {
        var signedIn = await services.GetRequiredService<CommandOfficer>()
            .SignInAsync(result.GetValue(officer)!, CommandSecrets.Read(), "trust usage", stop, ExportResting.Readers);
        if (!signedIn.TryGetValue(out var presence))
            throw new StartRefusedException(signedIn.Error.ToString());
        var found = await services.GetRequiredService<FindResting>().FindAsync(result.GetValue(about)!, stop);
        if (!found.TryGetValue(out var subject))
            throw new StartRefusedException(found.Error.ToString());

        if (!result.GetValue(json) && !result.GetValue(csv))
        {
            await CountAsync(subject, services, stop);
            return 0;
        }

        var (export, format) = (services.GetRequiredService<ExportResting>(), result.GetValue(csv) ? RestingFormat.Csv : RestingFormat.Json);
        var recorded = await export.RecordAsync(subject, format, presence, stop);
        if (!recorded.Succeeded)
            throw new StartRefusedException(recorded.Error.ToString());
        await using var output = Console.OpenStandardOutput();
        await export.WriteAsync(subject, format, output, stop);
        return 0;
    }

    private static async Task CountAsync(RestingSubject subject, IServiceProvider services, CancellationToken stop)
    {
        var (radius, now) = (services.GetRequiredService<IBlastRadius>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (subject.Key is { } key)
        {
            var made = await radius.OfKeyAsync(key, now, stop);
            await Console.Out.WriteLineAsync($"key {subject.Name}: {made.Tokens} valid tokens, {made.Envelopes} envelopes ({made.Waiting} unanswered), {made.Attestations} attestations, {made.Checkpoints} checkpoints");
            return;
        }

        var rests = await radius.OfAsync(subject.Fingerprint!, now, stop);
        await Console.Out.WriteLineAsync($"certificate {subject.Name}: {rests.SignIns} sign-ins ({rests.LatestSignIns} in 7 days), {rests.Links} account links, {rests.Sessions} sessions, "
            + $"{rests.Tokens} valid tokens, {rests.Applications} applications, {rests.Deliveries} waiting deliveries, {rests.Receipts} receipts, {rests.Events} events");
    }
}

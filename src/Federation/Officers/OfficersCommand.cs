using System.CommandLine;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Officers;

/// <summary><c>officers invite NAME --role ROLE</c>, <c>list</c>, <c>disable</c>, <c>enable</c>, <c>reset</c> and <c>void</c>.</summary>
internal static class OfficersCommand
{
    /// <param name="build">The hub with the settings of this command line.</param>
    /// <param name="guarded">Tells in a sentence what an operator can cure.</param>
    public static Command Create(Func<ParseResult, WebApplication> build, Func<Func<Task<int>>, Task<int>> guarded)
    {
        var name = new Argument<string>("NAME") { Description = "Small letters, digits, dots and hyphens" };
        var officer = new Option<string?>("--officer") { Description = $"Who you are: a security officer other than NAME, needed as soon as there is one. {CommandOfficer.NameOption().Description}" };
        var role = new Option<OfficerRole>("--role") { Description = "SecurityOfficer, Reviewer, Auditor or Operator", Required = true };
        var invite = new Command("invite", "Print a code with which an officer joins at /console/join: once, within 24 hours") { name, role, officer };
        invite.TreatUnmatchedTokensAsErrors = false;
        invite.SetAction((result, cancellation) => guarded(() => InviteAsync(build(result), result.GetValue(name)!, result.GetValue(role), result.GetValue(officer), cancellation)));
        var list = new Command("list", "List the officers and their roles") { TreatUnmatchedTokensAsErrors = false };
        list.SetAction((result, cancellation) => guarded(() => ListAsync(build(result), cancellation)));
        return new Command("officers", "Who may sign in to the console") 
        {
            invite, list,
            Verb<OfficerLife, Officer>("disable", "disabled", "Keep an officer out: open sessions end at once", (life, who, by, stop) => life.DisableAsync(who, by, stop)),
            Verb<OfficerLife, Officer>("enable", "enabled", "Let a disabled officer in again, with what they had", (life, who, by, stop) => life.EnableAsync(who, by, stop)),
            Verb<OfficerLife, string>("reset", "reset", "Void password, authenticator and passkeys, and print a code with which the officer joins again", (life, who, by, stop) => life.ResetAsync(who, by, stop)),
            Verb<VoidInvitation, OfficerInvitation>("void", "the invitation is void", "Let nobody join with the invitation that this officer was sent", (invitation, who, by, stop) => invitation.VoidAsync(who, by, stop)),
        };

        Command Verb<TCase, T>(string verb, string done, string description, Func<TCase, string, OfficerPresence?, CancellationToken, Task<Outcome<T>>> act)
            where TCase : notnull
            where T : notnull
        {
            var command = new Command(verb, description) { name, officer };
            command.TreatUnmatchedTokensAsErrors = false;
            command.SetAction((result, stop) => guarded(() => ActAsync(build(result), verb, done, result.GetValue(name)!, result.GetValue(officer), act, stop)));
            return command;
        }
    }

    private static async Task<int> ActAsync<TCase, T>(
        WebApplication hub, string verb, string told, string name, string? officer,
        Func<TCase, string, OfficerPresence?, CancellationToken, Task<Outcome<T>>> act, CancellationToken stop)
        where TCase : notnull
        where T : notnull
    {
        await using var app = hub;
        await using var scope = app.Services.CreateAsyncScope();
        var who = await scope.ServiceProvider.GetRequiredService<OfficerVerbs>().WhoAsync(name, officer, CommandSecrets.Read, "officers " + verb, stop);
        if (!who.TryGetValue(out var acting))
            throw new StartRefusedException(who.Error.ToString());
        var done = await act(scope.ServiceProvider.GetRequiredService<TCase>(), name, acting.Presence, stop);
        if (!done.TryGetValue(out var value))
            throw new StartRefusedException(done.Error.ToString());
        await Console.Out.WriteLineAsync(value is string code
            ? $"{name} joins again at /console/join with this code, once, within 24 hours:\n{code}"
            : $"{name}: {told}.");
        return 0;
    }

    private static async Task<int> InviteAsync(WebApplication hub, string name, OfficerRole role, string? officer, CancellationToken cancellation)
    {
        await using var app = hub;
        await using var scope = app.Services.CreateAsyncScope();
        var who = await scope.ServiceProvider.GetRequiredService<OfficerVerbs>().WhoAsync(name, officer, CommandSecrets.Read, "officers invite", cancellation);
        if (!who.TryGetValue(out var acting))
            throw new StartRefusedException(who.Error.ToString());
        var invited = await scope.ServiceProvider.GetRequiredService<InviteOfficer>().InviteAsync(name, role, cancellation, acting.Presence);
        if (!invited.TryGetValue(out var code))
            throw new StartRefusedException(invited.Error.ToString());
        await Console.Out.WriteLineAsync($"{name} joins as {role} at /console/join with this code, once, within 24 hours:");
        await Console.Out.WriteLineAsync(code);
        return 0;
    }

    private static async Task<int> ListAsync(WebApplication hub, CancellationToken cancellation)
    {
        await using var app = hub;
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var officer in await scope.ServiceProvider.GetRequiredService<IOfficers>().ListAsync(cancellation))
            await Console.Out.WriteLineAsync($"{officer.UserName}  {officer.Role}  since {officer.CreatedAt.UtcDateTime:yyyy-MM-dd}{(officer.DisabledAt is { } disabled ? $"  disabled since {disabled.UtcDateTime:yyyy-MM-dd}" : "")}");
        return 0;
    }
}

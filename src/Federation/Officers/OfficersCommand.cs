using System.CommandLine;
using CrossBorder.Federation.Hosting;

namespace CrossBorder.Federation.Officers;

/// <summary><c>officers invite NAME --role ROLE</c> and <c>officers list</c>.</summary>
internal static class OfficersCommand
{
    /// <param name="build">The hub with the settings of this command line.</param>
    /// <param name="guarded">Tells in a sentence what an operator can cure.</param>
    public static Command Create(Func<ParseResult, WebApplication> build, Func<Func<Task<int>>, Task<int>> guarded)
    {
        var name = new Argument<string>("NAME") { Description = "Small letters, digits, dots and hyphens" };
        var role = new Option<OfficerRole>("--role") { Description = "SecurityOfficer, Reviewer, Auditor or Operator", Required = true };
        var invite = new Command("invite", "Print a code with which an officer joins at /console/join: once, within 24 hours") { name, role };
        invite.TreatUnmatchedTokensAsErrors = false;
        invite.SetAction((result, cancellation) => guarded(() => InviteAsync(build(result), result.GetValue(name)!, result.GetValue(role), cancellation)));
        var list = new Command("list", "List the officers and their roles") { TreatUnmatchedTokensAsErrors = false };
        list.SetAction((result, cancellation) => guarded(() => ListAsync(build(result), cancellation)));
        return new Command("officers", "Who may sign in to the console") { invite, list };
    }

    private static async Task<int> InviteAsync(WebApplication hub, string name, OfficerRole role, CancellationToken cancellation)
    {
        await using var app = hub;
        await using var scope = app.Services.CreateAsyncScope();
        var invited = await scope.ServiceProvider.GetRequiredService<InviteOfficer>().InviteAsync(name, role, cancellation);
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
            await Console.Out.WriteLineAsync($"{officer.UserName}  {officer.Role}  since {officer.CreatedAt.UtcDateTime:yyyy-MM-dd}");
        return 0;
    }
}

using System.CommandLine;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers.OpenId;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

/// <summary>
/// Who acts at the command line. A verb that changes what officers decide about asks it first: the account of the machine is worth
/// nothing here, and two officers stay two.
/// </summary>
internal sealed class CommandOfficer(SignInOfficer signIn, IOfficers officers, OfficerWays ways, UserManager<Officer> users, IAuditLog audit)
{
    /// <summary><c>--officer NAME</c>, for the verbs that need one.</summary>
    public static Option<string> NameOption() => new("--officer")
    {
        Description = $"Who you are; password and code are asked for, or read from {CommandSecrets.PasswordVariable} and {CommandSecrets.CodeVariable}, or from two lines of standard input",
        Required = true,
    };

    /// <summary>
    /// Signs an officer in for one verb. The code is used up, so that this is a step-up as well. CB6050 where name, password and code
    /// do not belong together, CB6051 after too many attempts, CB6052 for another role, CB6078 for an account that the provider's person is
    /// still to be tied to, CB6082 where the log could not be written.
    /// </summary>
    /// <param name="name">The officer's name.</param>
    /// <param name="secrets">What only the officer knows.</param>
    /// <param name="verb">What they are about to do, for the audit log, such as <c>keys rotate</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="roles">Who may.</param>
    public async Task<Outcome<OfficerPresence>> SignInAsync(
        string name, CommandSecrets secrets, string verb, CancellationToken cancellationToken, params OfficerRole[] roles)
    {
        var signedIn = await signIn.SignInAsync(new OfficerCredentials(name, secrets.Password, secrets.Code, OfficerCredentials.CommandLine), cancellationToken);
        if (!signedIn.TryGetValue(out var presence))
            return signedIn;

        // The session was for this verb alone: nothing outlives the process.
        await officers.EndAsync(presence.SessionId, cancellationToken);
        var allowed = roles.Contains(presence.Role);
        audit.Record(allowed ? "officer.command" : "officer.command-refused", AuditActors.Officer, presence.OfficerId, new Dictionary<string, string>
        {
            ["verb"] = verb,
            ["role"] = presence.Role.ToString(),
            ["session"] = SignInOfficer.AuditReference(presence.SessionId),
        });
        if (!await officers.SaveAsync(cancellationToken))
            return ErrorCatalogue.AuditBeforeDisclosure.With("The verb could not be written down.");
        if (await users.FindByIdAsync(presence.OfficerId) is not { } officer || ways.NeedsTie(officer))
            return ErrorCatalogue.OfficerNotTied.With("Sign in to the console once.");
        return allowed ? presence : ErrorCatalogue.OfficerRoleMissing.With($"{verb} is for {string.Join(" and ", roles)}.");
    }
}

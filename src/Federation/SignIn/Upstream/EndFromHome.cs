using CrossBorder.Adapters.Homes;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Signals;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.SignIn.Upstream;

/// <summary>Does what a home's message asks for: ends the sign-ins that came from there, and passes on what changed.</summary>
internal sealed class EndFromHome(ISessionRegister sessions, IAccounts accounts, ISignals signals, HomeReferences references)
{
    /// <summary>How many sign-ins ended; CB2073 where the message came before. All of it is stored together, or none.</summary>
    public async Task<Outcome<int>> RunAsync(HomeOptions home, HomeMessage message, HomeMessageKind kind, CancellationToken cancellationToken)
    {
        var resident = message.Subject is { } subject
            ? (await accounts.FindLinkAsync(references.OfSubject(home.Authority, subject), cancellationToken))?.ResidentId
            : null;
        if (resident is not null && HomeEvents.CredentialOf(message) is { } changed)
            await signals.CredentialChangedAsync(resident, changed, cancellationToken);

        var ends = HomeEvents.Ends(message) && (resident is not null || message is { Subject: null, Session: not null });
        var once = new OneUse(home.Authority, $"{kind.Type} {message.Identifier}", message.IssuedAt + kind.MaximumAge + home.ClockSkew + home.ClockSkew);
        var ended = await sessions.EndOnceAsync(
            once,
            ends
                ? new SessionChoice(resident)
                {
                    Home = home.Scheme,
                    HomeSession = message.Session is { } named ? references.OfSession(home.Authority, named) : null,
                    // One that was late says nothing of who signed in after it.
                    StartedBefore = message.IssuedAt + home.ClockSkew,
                }
                : null,
            new SessionEnding(SessionEnd.HomeEnded, AuditActors.Hub, new Dictionary<string, string>
            {
                ["home"] = home.Scheme, ["events"] = string.Join(' ', message.Events.Keys.Where(HomeEvents.IsAboutSomebody).Order(StringComparer.Ordinal)),
            }),
            cancellationToken);
        return ended is { } count ? count : ErrorCatalogue.HomeMessageUsedBefore.With("Its 'jti' was used before.");
    }
}

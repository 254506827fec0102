using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.SignIn;

/// <summary>One sign-in from the authorize request to the session. Its state is stored encrypted, never sent to the browser.</summary>
internal sealed record SignInJourney
{
    public required JourneyRequest Request { get; init; }

    /// <summary>Scheme of the home that was chosen.</summary>
    public string? Home { get; init; }

    /// <summary>A verified person whose account waits for confirmation.</summary>
    public PendingLink? Pending { get; init; }

    /// <summary>The session that this journey leads to: one that lived before, or the one that it made.</summary>
    public string? SessionId { get; init; }

    public bool IsNewSession { get; init; }

    public bool ConsentNeeded { get; init; }

    public JourneyRefusal? Refusal { get; init; }

    public SignInJourney ChooseHome(string scheme) => this with { Home = scheme };

    public SignInJourney Offer(PendingLink pending) => this with { Pending = pending };

    public SignInJourney Enter(string sessionId, bool isNew, bool consentNeeded) =>
        this with { SessionId = sessionId, IsNewSession = isNew, ConsentNeeded = consentNeeded, Pending = null };

    public SignInJourney Agree() => this with { ConsentNeeded = false };

    public SignInJourney Refuse(Error error, string? reference = null) =>
        this with { Refusal = new JourneyRefusal(error.Code, reference), Pending = null };
}

/// <summary>A verified identity and the account found for it, until the resident says whether it is theirs.</summary>
/// <param name="Identity">The verified identity as our own storage writes it.</param>
/// <param name="Use">The acceptance of the assertion, recorded with what becomes of the link.</param>
/// <param name="HomeSession">What the home calls its session; null where it did not say.</param>
internal sealed record PendingLink(
    string Identity, string Assertion, string AccountId, string Evidence, TrustUse? Use = null, string? HomeSession = null);

/// <summary>Why the journey ended.</summary>
/// <param name="Reference">What a resident may quote to an officer.</param>
internal sealed record JourneyRefusal(string Code, string? Reference);

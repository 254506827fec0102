using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.AssertionGateway.Signing;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>One resident on the way from the hub's request to an assertion. Its inputs are fixed at birth; it is stored sealed.</summary>
internal sealed record Visit
{
    /// <summary>The hub's request, word for word: this visit answers it and no other.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>The least level that the hub asked for; null where it takes any.</summary>
    public AssuranceLevel? Demanded { get; init; }

    public string? Language { get; init; }

    /// <summary>What is to be signed, where the hub asked for a signature and not for an assertion.</summary>
    public SigningRequest? Signing { get; init; }

    /// <summary>What the resident signed.</summary>
    public SignedDigest? Signed { get; init; }

    /// <summary>What signing in gave; null until then.</summary>
    public HomeGrant? Grant { get; init; }

    public DateTimeOffset AuthenticatedAt { get; init; }

    public AssuranceLevel Level { get; init; }

    public bool SteppedUp { get; init; }

    /// <summary>What is still to be asked; the first of it is asked now.</summary>
    public IReadOnlyList<DisclosureKind> Open { get; init; } = [];

    public IReadOnlyList<DisclosureKind> Answered { get; init; } = [];

    public DisclosedPerson Person { get; init; } = new();

    /// <summary>Why it ended without an assertion.</summary>
    public string? Refusal { get; init; }

    public bool IsComplete => Grant is not null && Open.Count == 0 && Refusal is null;

    public bool IsWaiting => Grant is not null && Open.Count > 0 && Refusal is null;

    /// <summary>The resident has signed in. A level that was asked for and not reached takes a step-up, before anything is told.</summary>
    public Visit Arrive(HomeGrant grant, AssuranceLevel level, DateTimeOffset now) => this with
    {
        Grant = grant,
        Level = level,
        AuthenticatedAt = now,
        Open = Signing is not null ? [DisclosureKind.Signature] : Demanded > level
            ? [DisclosureKind.StepUp, DisclosureKind.Profile, DisclosureKind.FormData]
            : [DisclosureKind.Profile, DisclosureKind.FormData],
    };

    public Visit Answer(DisclosureKind kind, DisclosedPerson told, AssuranceLevel steppedUp, DateTimeOffset now)
    {
        var next = this with { Open = [.. Open.Where(open => open != kind)], Answered = [.. Answered, kind], Person = Person.And(told) };
        return kind == DisclosureKind.StepUp ? next with { SteppedUp = true, Level = steppedUp, AuthenticatedAt = now } : next;
    }

    public Visit Sign(SignedDigest signed) => this with { Open = [], Answered = [.. Answered, DisclosureKind.Signature], Signed = signed };

    public Visit Refuse(string code) => this with { Refusal = code };
}

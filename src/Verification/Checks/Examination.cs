using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Certificates;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>One pass over one assertion. Each part is set by the check that establishes it, and asking before that is a bug.</summary>
internal sealed class Examination(AssertionVerification input)
{
    private SignedContent? content;
    private CertificatePath? path;
    private IdentityAssertion? assertion;
    private ClaimedPerson? person;

    public AssertionVerification Input { get; } = input;

    public HomePolicy Home => Input.Home;

    public DateTimeOffset Now => Input.Now;

    /// <summary>Established by <see cref="SignatureCheck"/>.</summary>
    public SignedContent Content
    {
        get => content ?? throw NotYet(nameof(Content));
        set => content = value;
    }

    /// <summary>Null where <see cref="SignatureCheck"/> has refused.</summary>
    public SignedContent? ContentSoFar => content;

    /// <summary>Established by <see cref="RevocationCheck"/>; null where that was not reached, or has refused.</summary>
    public VerifiedChain? Chain { get; set; }

    /// <summary>Established by <see cref="ChainCheck"/>.</summary>
    public CertificatePath Path
    {
        get => path ?? throw NotYet(nameof(Path));
        set => path = value;
    }

    /// <summary>Established by <see cref="ClaimsCheck"/>.</summary>
    public IdentityAssertion Assertion
    {
        get => assertion ?? throw NotYet(nameof(Assertion));
        set => assertion = value;
    }

    /// <summary>Established by <see cref="AttributeCheck"/>.</summary>
    public ClaimedPerson Person
    {
        get => person ?? throw NotYet(nameof(Person));
        set => person = value;
    }

    /// <summary>Null where <see cref="AttributeCheck"/> has refused.</summary>
    public ClaimedPerson? PersonSoFar => person;

    public ChainRequest ChainRequest => new(
        Input.TrustList, Home.Jurisdiction, TrustPurpose.AssertionSigning, Now, Input.RevocationAnswers, Input.RevocationPolicy)
    {
        Party = Home.Issuer,
    };

    private static InvalidOperationException NotYet(string part) => new($"{part} was asked for before the check that establishes it.");
}

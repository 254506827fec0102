using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Checks;

/// <summary>Everything that the pipeline judges by. What needed the network or the database was fetched before.</summary>
public sealed record AssertionVerification
{
    /// <summary>The assertion as it came, JWS compact serialization.</summary>
    public required string Assertion { get; init; }

    /// <summary>What is agreed with the home provider that was asked.</summary>
    public required HomePolicy Home { get; init; }

    /// <summary>The nonce of this very authorize request.</summary>
    public required string ExpectedNonce { get; init; }

    /// <summary>The least level that is asked for.</summary>
    public required AssuranceLevel Required { get; init; }

    /// <summary>Whom to believe.</summary>
    public required TrustList TrustList { get; init; }

    /// <summary>What is known about revocation.</summary>
    public required RevocationAnswers RevocationAnswers { get; init; }

    /// <summary>How old that may be.</summary>
    public required RevocationPolicy RevocationPolicy { get; init; }

    /// <summary>The time of the check.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether this assertion, by <see cref="AssertionIdentifier"/>, was used before.</summary>
    public required bool SeenBefore { get; init; }
}

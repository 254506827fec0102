using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Checks;

/// <summary>What every identity assertion must be before it is read.</summary>
public static class AssertionSignature
{
    /// <summary>The header <c>typ</c> of an identity assertion.</summary>
    public const string Type = "cross-border-identity+jws";

    /// <summary>Home providers are known by certificate, so there are no registered keys, and a key inside the message is never used.</summary>
    internal static SignedContentPolicy PolicyFor(HomePolicy home) => new() { Type = Type, Algorithms = home.Algorithms };
}

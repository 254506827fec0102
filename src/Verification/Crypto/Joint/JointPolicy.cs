namespace CrossBorder.Verification.Crypto.Joint;

/// <summary>What a message with several signatures must be before its payload is read.</summary>
public sealed record JointPolicy
{
    /// <summary>The header <c>typ</c> that every signature must cover, so that one kind of message never passes for another (RFC 8725 section 3.11).</summary>
    public required string Type { get; init; }

    /// <summary>Whose signatures count. A signature of anybody else is named in the result and counts for nothing.</summary>
    public required IReadOnlyList<ExpectedSigner> Signers { get; init; }

    /// <summary>Which of them are wanted.</summary>
    public required SignatureRequirement Requirement { get; init; }

    /// <summary>The most signatures that are looked at: each costs the verifier work that the sender did not do.</summary>
    public int MaximumSignatures { get; init; } = 4;

    /// <summary>The longest message that is looked at, in characters.</summary>
    public int MaximumLength { get; init; } = 65536;
}

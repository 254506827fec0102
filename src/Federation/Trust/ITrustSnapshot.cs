using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust;

/// <summary>Whom the hub believes, and what it knows of revocation, at this moment.</summary>
internal interface ITrustSnapshot
{
    /// <summary>One consistent view; taken once for each judgement.</summary>
    TrustMaterial Current { get; }

    /// <summary>What the settings name, before officers' changes.</summary>
    TrustList Configured { get; }
}

/// <summary>What a chain is verified against.</summary>
internal sealed record TrustMaterial(TrustList TrustList, RevocationAnswers RevocationAnswers, RevocationPolicy RevocationPolicy);

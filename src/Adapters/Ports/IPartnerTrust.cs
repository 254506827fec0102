using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Adapters.Ports;

/// <summary>The anchors and revocation answers that a partner's signature is judged by, as they stand now.</summary>
public interface IPartnerTrust
{
    /// <summary>One consistent view; taken once per judgement.</summary>
    PartnerTrust Current { get; }

    /// <summary>Has what is unknown or late about the revocation of these certificates fetched; to be called before <see cref="Current"/> is taken.</summary>
    /// <param name="presented">The certificates of a message whose signature holds, leaf first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task PrepareAsync(IReadOnlyList<Certificate> presented, CancellationToken cancellationToken);

    /// <summary>Tells what was judged by it, so that it is known what a certificate is used for.</summary>
    Task JudgedAsync(PartnerJudgement judgement, CancellationToken cancellationToken);
}

/// <summary>One judgement of a partner's signed answer.</summary>
/// <param name="Party">How the partner's certificate names it.</param>
/// <param name="Jurisdiction">The place whose anchors were asked for.</param>
/// <param name="Answer">The conclusion, with message and path.</param>
public sealed record PartnerJudgement(string Party, Jurisdiction Jurisdiction, Judgement<SignedContent> Answer);

/// <summary>What a chain is verified against.</summary>
public sealed record PartnerTrust(TrustList TrustList, RevocationAnswers Revocation, RevocationPolicy RevocationPolicy);

/// <summary>The keys that an adapter signs its own messages with.</summary>
public interface IPartnerKeys
{
    /// <summary>The key of that id; null where none is configured.</summary>
    ISigningKey? Find(string keyId);
}

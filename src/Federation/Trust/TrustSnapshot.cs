using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

/// <summary>The view of this moment. Replaced as a whole, so that no judgement mixes two of them.</summary>
internal sealed class TrustSnapshot : ITrustSnapshot
{
    private volatile TrustMaterial current;

    public TrustSnapshot(IOptions<TrustOptions> options, TrustListReader reader) =>
        // Until the stored lists are read nothing is known of revocation, and every check that asks is refused.
        current = new TrustMaterial(
            reader.Read(options.Value).Value, RevocationAnswers.Empty, new RevocationPolicy(options.Value.RevocationGrace));

    public TrustMaterial Current => current;

    public void Take(IEnumerable<CertificateRevocationList> lists) =>
        current = current with { RevocationAnswers = new RevocationAnswers(lists) };
}

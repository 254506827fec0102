using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

/// <summary>The view of this moment. Replaced as a whole, so that no judgement mixes two of them.</summary>
internal sealed class TrustSnapshot : ITrustSnapshot
{
    // Lists, responses and officers' changes come from several workers: none must undo another.
    private readonly Lock gate = new();
    private volatile TrustMaterial current;

    public TrustSnapshot(IOptions<TrustOptions> options, TrustListReader reader)
    {
        Configured = reader.Read(options.Value).Value;
        // Until the stored lists are read nothing is known of revocation, and every check that asks is refused.
        current = new TrustMaterial(Configured, RevocationAnswers.Empty, new RevocationPolicy(options.Value.RevocationGrace)
        {
            Graces = options.Value.RevocationGraces.ToDictionary(entry => Enum.Parse<TrustPurpose>(entry.Key), entry => entry.Value),
            Requirements = options.Value.RevocationRequirements.ToDictionary(entry => Enum.Parse<TrustPurpose>(entry.Key), entry => entry.Value),
        });
    }

    public TrustMaterial Current => current;

    public TrustList Configured { get; }

    public void Take(IEnumerable<CertificateRevocationList> lists)
    {
        lock (gate)
            current = current with { RevocationAnswers = new RevocationAnswers(lists, current.RevocationAnswers.Responses) };
    }

    public void Take(IEnumerable<RevocationResponse> responses)
    {
        lock (gate)
            current = current with { RevocationAnswers = new RevocationAnswers(current.RevocationAnswers.Lists, responses) };
    }

    public void Take(TrustList list)
    {
        lock (gate)
            current = current with { TrustList = list };
    }
}

using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>What is remembered of the homes' own keys and addresses.</summary>
public interface IHomeKeys
{
    /// <summary>Has all of it fetched again before it is next used: what it was fetched under may be trusted no more.</summary>
    void Forget();

    /// <summary>The same for one home alone: it may have changed its keys since they were fetched.</summary>
    void Forget(string scheme);

    /// <summary>
    /// The keys that a home publishes; CB4002 where they cannot be had. Keys of a kind that the hub does not know are left out.
    /// </summary>
    /// <param name="scheme">The home's.</param>
    /// <param name="cancellationToken">Ends the wait for the home.</param>
    Task<Outcome<IReadOnlyCollection<VerificationKey>>> FindAsync(string scheme, CancellationToken cancellationToken);
}

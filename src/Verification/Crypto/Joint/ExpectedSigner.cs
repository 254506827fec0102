using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Crypto.Joint;

/// <summary>One whom a verifier expects a signature of: known by registered keys, or by certificates of a jurisdiction.</summary>
public sealed record ExpectedSigner
{
    private ExpectedSigner(string name, Jurisdiction? jurisdiction, IReadOnlyCollection<string> algorithms)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Jurisdiction = jurisdiction;
        Algorithms = algorithms;
    }

    /// <summary>How the verifier calls it: in requirements and in refusals. Not read from the message.</summary>
    public string Name { get; }

    /// <summary>The place that it speaks for.</summary>
    public Jurisdiction? Jurisdiction { get; }

    /// <summary>The names of the algorithms taken from it; those outside <see cref="AlgorithmCatalogue"/> have no effect.</summary>
    public IReadOnlyCollection<string> Algorithms { get; }

    /// <summary>Its registered keys, the old and the new one during a roll-over. Empty where it is known by certificates.</summary>
    public IReadOnlyCollection<VerificationKey> Keys { get; private init; } = [];

    /// <summary>Its SM2 settings.</summary>
    public PartnerProfile Profile { get; init; } = PartnerProfile.Standard;

    /// <summary>What its certificates (<c>x5c</c>) must prove. Null where it is known by registered keys.</summary>
    public ChainRequest? Chain { get; private init; }

    /// <summary>One that is known by its keys: found by <c>kid</c>, or by the certificate in <c>x5c</c>. No certificate stands in for them.</summary>
    /// <param name="name">How the verifier calls it.</param>
    /// <param name="algorithms">The names of the algorithms taken from it.</param>
    /// <param name="keys">One key or more.</param>
    /// <param name="jurisdiction">The place that it speaks for, where requirements ask for one.</param>
    /// <exception cref="ArgumentException">No name or no key.</exception>
    public static ExpectedSigner Registered(
        string name, IReadOnlyCollection<string> algorithms, IReadOnlyCollection<VerificationKey> keys, Jurisdiction? jurisdiction = null) =>
        keys.Count > 0
            ? new(name, jurisdiction, algorithms) { Keys = [.. keys] }
            : throw new ArgumentException("A registered signer has a key.", nameof(keys));

    /// <summary>Anybody whom the request's jurisdiction certified for the request's purpose.</summary>
    /// <param name="name">How the verifier calls it.</param>
    /// <param name="algorithms">The names of the algorithms taken from it.</param>
    /// <param name="chain">What the certificates must prove.</param>
    public static ExpectedSigner Certified(string name, IReadOnlyCollection<string> algorithms, ChainRequest chain) =>
        new(name, chain.Jurisdiction, algorithms) { Chain = chain };
}

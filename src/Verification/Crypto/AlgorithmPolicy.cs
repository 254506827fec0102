using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// Which algorithms of <see cref="AlgorithmCatalogue"/> are taken for each use. It narrows the catalogue and never adds to it, so an
/// algorithm that joins the catalogue is taken nowhere until somebody says so. Immutable.
/// </summary>
public sealed class AlgorithmPolicy
{
    private static readonly SignatureAlgorithm[] Established =
        [AlgorithmCatalogue.RS256, AlgorithmCatalogue.PS256, AlgorithmCatalogue.ES256, AlgorithmCatalogue.Sm2];

    private readonly Dictionary<SignatureUse, IReadOnlyList<SignatureAlgorithm>> uses;

    private AlgorithmPolicy(Dictionary<SignatureUse, IReadOnlyList<SignatureAlgorithm>> uses) => this.uses = uses;

    /// <summary>RS256, PS256, ES256 and SGD_SM3_SM2 for every use.</summary>
    public static AlgorithmPolicy Default { get; } =
        new(Enum.GetValues<SignatureUse>().ToDictionary(use => use, _ => (IReadOnlyList<SignatureAlgorithm>)Established.AsReadOnly()));

    /// <summary>The algorithms taken for that use, never empty.</summary>
    public IReadOnlyList<SignatureAlgorithm> For(SignatureUse use) => uses[use];

    /// <summary>Their names, as <see cref="SignedContentPolicy.Algorithms"/> and metadata want them.</summary>
    public IReadOnlyList<string> NamesFor(SignatureUse use) => [.. For(use).Select(algorithm => algorithm.Name)];

    /// <summary>True where the algorithm of that name is taken for that use; names are case-sensitive.</summary>
    public bool Takes(SignatureUse use, string? name) => For(use).Any(algorithm => string.Equals(algorithm.Name, name, StringComparison.Ordinal));

    /// <summary>True where some algorithm for that kind of key is taken for that use.</summary>
    public bool Takes(SignatureUse use, KeyKind kind) => For(use).Any(algorithm => algorithm.Kind == kind);

    /// <summary>
    /// This policy with other algorithms for one use. None at all, and a name outside the catalogue, are refused (CB1001).
    /// </summary>
    public Outcome<AlgorithmPolicy> With(SignatureUse use, IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0)
            return ErrorCatalogue.SettingInvalid.With($"No algorithm is named for {use}.");

        var chosen = new List<SignatureAlgorithm>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (!AlgorithmCatalogue.TryGet(name, out var algorithm))
                return ErrorCatalogue.SettingInvalid.With($"'{name}' for {use} is not in the catalogue of algorithms.");
            chosen.Add(algorithm);
        }

        return new AlgorithmPolicy(new Dictionary<SignatureUse, IReadOnlyList<SignatureAlgorithm>>(uses) { [use] = chosen.AsReadOnly() });
    }
}

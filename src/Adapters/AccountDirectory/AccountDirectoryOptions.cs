using CrossBorder.Verification.Crypto;

namespace CrossBorder.Adapters.AccountDirectory;

/// <summary>Section <c>AccountDirectory</c>.</summary>
public sealed class AccountDirectoryOptions
{
    /// <summary>Where the directory listens.</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>Id of the hub's signing key for questions.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>What the directory expects in <c>aud</c>; its base address where nothing is said.</summary>
    public string? Audience { get; set; }

    /// <summary>The URI in the certificate that answers are signed with.</summary>
    public string Identity { get; set; } = "urn:crossborder:directory:guangdong";

    /// <summary>Jurisdiction whose anchors the answers must lead to.</summary>
    public string Jurisdiction { get; set; } = "CN-GD";

    /// <summary>Algorithms that an answer may be signed with; SM2 where nothing is said.</summary>
    public IList<string> AnswerAlgorithms { get; } = [];

    internal IReadOnlyCollection<string> EffectiveAlgorithms =>
        AnswerAlgorithms.Count > 0 ? [.. AnswerAlgorithms] : [AlgorithmCatalogue.Sm2.Name];
}

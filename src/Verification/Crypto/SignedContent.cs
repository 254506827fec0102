using System.Text;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// A message whose signature holds. The only way to one is <see cref="Verify(string, SignedContentPolicy)"/>, so what was not signed is never read.
/// Who the signer is remains to be shown where <see cref="Chain"/> is not empty and no key was registered.
/// </summary>
public sealed class SignedContent
{
    private SignedContent(string compact, string type, SignatureAlgorithm algorithm, string? keyId, IReadOnlyList<Certificate> chain, VerificationKey key, byte[] payload)
    {
        Compact = compact;
        Type = type;
        Algorithm = algorithm;
        KeyId = keyId;
        Chain = chain;
        Key = key;
        Payload = payload;
    }

    /// <summary>The message as it came: JWS compact serialization (RFC 7515 section 7.1).</summary>
    public string Compact { get; }

    /// <summary>The header <c>typ</c>, as the policy wrote it.</summary>
    public string Type { get; }

    /// <summary>The algorithm that it was signed with.</summary>
    public SignatureAlgorithm Algorithm { get; }

    /// <summary>The header <c>kid</c>.</summary>
    public string? KeyId { get; }

    /// <summary>The certificates of the header <c>x5c</c>, leaf first: presented, not yet trusted.</summary>
    public IReadOnlyList<Certificate> Chain { get; }

    /// <summary>The key that the signature holds under.</summary>
    public VerificationKey Key { get; }

    /// <summary>The signed bytes.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>Verifies a message. Refusals: CB3001 to CB3008.</summary>
    public static Outcome<SignedContent> Verify(string compact, SignedContentPolicy policy)
    {
        if (compact.Length > policy.MaximumLength)
            return ErrorCatalogue.SignedContentTooLarge.With($"The message has {compact.Length} characters; at most {policy.MaximumLength} are taken.");

        var parts = compact.Split('.', 4);
        if (parts.Length != 3
            || !Base64Url.TryDecode(parts[0], out var headerBytes)
            || !Base64Url.TryDecode(parts[1], out var payload)
            || !Base64Url.TryDecode(parts[2], out var signature))
        {
            return ErrorCatalogue.SignedContentMalformed.With("The message is not three parts of base64url joined by dots.");
        }

        return JwsHeader.Parse(headerBytes).Then(header => Verify(header, policy).Then(chosen =>
        {
            var (algorithm, key) = chosen;
            var signingInput = Encoding.ASCII.GetBytes(compact, 0, parts[0].Length + 1 + parts[1].Length);
            return key.Verify(algorithm, signingInput, signature, policy.Profile)
                ? new SignedContent(compact, policy.Type, algorithm, header.KeyId, header.Chain, key, payload)
                : (Outcome<SignedContent>)ErrorCatalogue.SignatureInvalid.With($"The {algorithm.Name} signature does not hold.");
        }));
    }

    private static Outcome<(SignatureAlgorithm Algorithm, VerificationKey Key)> Verify(JwsHeader header, SignedContentPolicy policy)
    {
        if (!AlgorithmCatalogue.TryGet(header.Algorithm, out var algorithm) || !policy.Algorithms.Contains(algorithm.Name))
            return ErrorCatalogue.AlgorithmNotAllowed.With($"Taken here: {string.Join(", ", policy.Algorithms)}.");
        if (!IsType(header.Type, policy.Type))
            return ErrorCatalogue.ContentTypeWrong.With($"A message of type '{policy.Type}' is wanted here.");

        return FindKey(header, policy).Then(key => key.Kind == algorithm.Kind
            ? (Outcome<(SignatureAlgorithm, VerificationKey)>)(algorithm, key)
            : ErrorCatalogue.AlgorithmNotAllowed.With($"{algorithm.Name} is not for a key of kind {key.Kind}."));
    }

    private static Outcome<VerificationKey> FindKey(JwsHeader header, SignedContentPolicy policy)
    {
        if (policy.RegisteredKeys.Count == 0)
        {
            return header.Chain.Count > 0
                ? header.Chain[0].PublicKey
                : ErrorCatalogue.SigningKeyUnknown.With("The message carries no certificates (x5c) and no key is registered for its signer.");
        }

        var found = header.Chain.Count > 0
            ? policy.RegisteredKeys.FirstOrDefault(key => key.IsSameKeyAs(header.Chain[0].PublicKey))
            : policy.RegisteredKeys.FirstOrDefault(key => string.Equals(key.KeyId, header.KeyId, StringComparison.Ordinal));
        return found is null ? ErrorCatalogue.SigningKeyUnknown.With("The message is signed with a key that its signer did not register.") : found;
    }

    /// <summary>Media types are compared without case, and <c>application/</c> may be left out (RFC 7515 section 4.1.9).</summary>
    internal static bool IsType(string found, string wanted)
    {
        const string Prefix = "application/";
        var bare = found.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? found[Prefix.Length..] : found;
        return string.Equals(bare, wanted, StringComparison.OrdinalIgnoreCase);
    }
}

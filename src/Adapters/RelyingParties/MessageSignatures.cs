using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Adapters.RelyingParties;

/// <summary>HTTP message signatures (RFC 9421) over what matters of a posted notice: where it goes, and what it says.</summary>
internal static class MessageSignatures
{
    private const string Label = "hub";

    // RFC 9421 names PSS with SHA-512 alone. PS256 goes without alg: its key in the key set says it (section 3.3.7).
    private static readonly Dictionary<SignatureAlgorithm, string?> Names = new()
    {
        [AlgorithmCatalogue.RS256] = "rsa-v1_5-sha256",
        [AlgorithmCatalogue.PS256] = null,
        [AlgorithmCatalogue.ES256] = "ecdsa-p256-sha256",
        [AlgorithmCatalogue.Sm2] = "sgd-sm3-sm2",
    };

    public static IReadOnlyList<string> Offered { get; } = [.. Names.Keys.Select(algorithm => algorithm.Name)];

    /// <summary>Puts Content-Digest (RFC 9530), Signature-Input and Signature on a request that has its address, its body and its content type.</summary>
    /// <param name="request">What is signed.</param>
    /// <param name="body">The bytes of its body.</param>
    /// <param name="key">Signs, and is named by its id.</param>
    /// <param name="created">The moment of signing.</param>
    /// <param name="nonce">Another one for each request, so that a receiver can tell one that was caught and sent again.</param>
    public static void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body, ISigningKey key, DateTimeOffset created, string nonce)
    {
        var digest = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";
        var algorithm = Names[key.Algorithm] is { } name ? $";alg=\"{name}\"" : "";
        var parameters = string.Create(CultureInfo.InvariantCulture,
            $"(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\");created={created.ToUnixTimeSeconds()};keyid=\"{key.KeyId}\"{algorithm};nonce=\"{nonce}\"");
        var signed = string.Join('\n',
            $"\"@method\": {request.Method}",
            $"\"@target-uri\": {request.RequestUri!.AbsoluteUri}",
            $"\"content-digest\": {digest}",
            $"\"content-type\": {request.Content!.Headers.ContentType}",
            $"\"@signature-params\": {parameters}");

        request.Content.Headers.Add("Content-Digest", digest);
        request.Headers.Add("Signature-Input", $"{Label}={parameters}");
        request.Headers.Add("Signature", $"{Label}=:{Convert.ToBase64String(key.Sign(Encoding.ASCII.GetBytes(signed)))}:");
    }
}

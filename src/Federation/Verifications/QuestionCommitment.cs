using System.Buffers.Text;
using System.Security.Cryptography;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Verifications;

/// <summary>
/// The question, under a nonce that its client alone knows: the client can show later which question an attestation answers, and
/// nobody else can find it out by trying numbers. A hash without such a key would be searched in minutes.
/// </summary>
internal sealed class QuestionCommitment
{
    public const string Header = "Verification-Nonce";
    private const int NonceLength = 32;
    private const int NonceText = 43;

    // 32 random bytes hold about 30 different values, and fewer than 16 once in more tries than anybody makes.
    private const int FewestDifferentBytes = 16;

    private readonly byte[] nonce;
    private readonly byte[] body;

    private QuestionCommitment(byte[] nonce, byte[] body)
    {
        this.nonce = nonce;
        this.body = body;
    }

    /// <param name="text">32 random bytes in base64url (CB5080).</param>
    /// <param name="body">The question exactly as it was sent.</param>
    public static Outcome<QuestionCommitment> Of(string? text, byte[] body)
    {
        if (text is not { Length: NonceText } || !Base64Url.IsValid(text, out var length) || length != NonceLength)
            return ErrorCatalogue.VerificationMalformed.With($"{Header} is 32 random bytes in base64url, 43 characters.");

        var nonce = Base64Url.DecodeFromChars(text);
        return nonce.Distinct().Count() < FewestDifferentBytes
            ? ErrorCatalogue.VerificationMalformed.With($"{Header} is not random: whoever sees the attestation could find out whom it is about.")
            : new QuestionCommitment(nonce, body);
    }

    /// <summary>HMAC of the body with the hash of the attestation's own algorithm, which its reader has anyway.</summary>
    public string With(SignatureAlgorithm algorithm) => algorithm == AlgorithmCatalogue.Sm2
        ? "hmac-sm3:" + Convert.ToHexStringLower(Digests.HmacSm3(nonce, body))
        : "hmac-sha256:" + Convert.ToHexStringLower(HMACSHA256.HashData(nonce, body));
}

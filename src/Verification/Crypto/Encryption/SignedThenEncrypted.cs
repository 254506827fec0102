using System.Text;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto.Encryption;

/// <summary>
/// A signed message inside an encrypted one (RFC 7519 section 5.2, RFC 8725 section 3.10): confidential on its way, and evidence of its
/// sender at its end. The signed payload should name its audience, for the recipient could encrypt it anew for somebody else.
/// </summary>
public static class SignedThenEncrypted
{
    private const string Jwt = "JWT";

    /// <summary>
    /// Signs and then encrypts. The header <c>cty</c> of the outer message is <c>JWT</c> for a signed JWT (a type of <c>JWT</c> or one that
    /// ends in <c>+jwt</c>), and otherwise the signed message's type.
    /// </summary>
    /// <param name="signer">Who signs.</param>
    /// <param name="signedType">The header <c>typ</c> of the signed message.</param>
    /// <param name="recipient">For whom.</param>
    /// <param name="settings">Of the outer message; its own content type gives way.</param>
    /// <param name="payload">The innermost bytes.</param>
    public static string Create(
        ISigningKey signer, string signedType, RecipientKey recipient, EncryptionSettings settings, ReadOnlySpan<byte> payload)
    {
        var signed = Jws.Sign(signer, signedType, payload);
        return Jwe.Encrypt(recipient, settings with { ContentType = ContentTypeOf(signedType) }, Encoding.ASCII.GetBytes(signed));
    }

    /// <summary>Decrypts and then verifies. Refusals: those of both, CB3084 too where the content says to be something else than that signed message.</summary>
    public static Outcome<SignedContent> Open(
        string compact, IReadOnlyCollection<IDecryptionKey> keys, EncryptedContentPolicy outer, SignedContentPolicy inner)
    {
        var wanted = outer with { ContentType = outer.ContentType ?? ContentTypeOf(inner.Type) };
        return EncryptedContent.Decrypt(compact, keys, wanted)
            .Then(content => SignedContent.Verify(Encoding.Latin1.GetString(content.Payload.Span), inner));
    }

    private static string ContentTypeOf(string signedType) =>
        MediaTypes.AreSame(signedType, Jwt) || signedType.EndsWith("+jwt", StringComparison.OrdinalIgnoreCase) ? Jwt : signedType;
}

using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Crypto;

/// <summary>
/// How a partner does what the SM2 standards leave open: a setting agreed with the partner, never read from a message.
/// It has no effect on keys of other kinds. Immutable.
/// </summary>
public sealed record PartnerProfile
{
    /// <summary>Z holds the length of the user id in bits, in two bytes (GB/T 32918.2 section 5.5).</summary>
    private const int LongestUserId = ushort.MaxValue / 8;

    private PartnerProfile(string userId, SignatureEncoding encoding, string curveName)
    {
        UserId = userId;
        Encoding = encoding;
        CurveName = curveName;
    }

    /// <summary>What this product does by itself: the user id of GM/T 0009-2012, raw signatures, the curve written <c>sm2p256v1</c>.</summary>
    public static PartnerProfile Standard { get; } = new(Sm2Digest.DefaultUserId, SignatureEncoding.Raw, Sm2Curve.Name);

    /// <summary>The user id that goes into Z, as UTF-8. It may be empty, as GM/T 0009-2023 is said to recommend.</summary>
    public string UserId { get; }

    /// <summary>How signatures are written, and the only way in which they are taken.</summary>
    public SignatureEncoding Encoding { get; }

    /// <summary>The <c>crv</c> written into JWKs for the partner. All known names are read, and the thumbprint stays that of <c>sm2p256v1</c>.</summary>
    public string CurveName { get; }

    /// <summary>A profile; a user id of more than 8191 bytes and an unknown name of the curve are refused (CB1001).</summary>
    /// <param name="userId">The default user id where null.</param>
    /// <param name="encoding">How signatures are written.</param>
    /// <param name="curveName"><c>sm2p256v1</c>, <c>SM2-P-256</c> or <c>SM2</c>; the first where null.</param>
    public static Outcome<PartnerProfile> Of(
        string? userId = null, SignatureEncoding encoding = SignatureEncoding.Raw, string? curveName = null)
    {
        if (userId is not null && System.Text.Encoding.UTF8.GetByteCount(userId) > LongestUserId)
            return ErrorCatalogue.SettingInvalid.With($"An SM2 user id has at most {LongestUserId} bytes.");
        if (!Enum.IsDefined(encoding))
            return ErrorCatalogue.SettingInvalid.With("A signature is written Raw or Der.");
        if (curveName is not null && !Sm2Curve.IsName(curveName))
            return ErrorCatalogue.SettingInvalid.With("The SM2 curve is written sm2p256v1, SM2-P-256 or SM2.");

        return new PartnerProfile(userId ?? Standard.UserId, encoding, curveName ?? Standard.CurveName);
    }
}

using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What officers should think about, each with a code that stays.</summary>
internal static class ConcernText
{
    /// <summary>For telling one another, and for scripts.</summary>
    public static string Code(CertificateConcern concern) => $"W{(int)concern + 1:00}";

    public static LocalizedText Of(CertificateConcern concern) => concern switch
    {
        CertificateConcern.EndsSoon => EndsSoon,
        CertificateConcern.ShortValidity => ShortValidity,
        CertificateConcern.LongValidity => LongValidity,
        CertificateConcern.NotYetValid => NotYetValid,
        CertificateConcern.WeakKey => WeakKey,
        CertificateConcern.KeyUsageUnfit => KeyUsageUnfit,
        CertificateConcern.PurposeUnstated => PurposeUnstated,
        CertificateConcern.NoRevocationAddress => NoRevocationAddress,
        CertificateConcern.OtherUserId => OtherUserId,
        CertificateConcern.SignatureDoubtful => SignatureDoubtful,
        CertificateConcern.SelfIssued => SelfIssued,
        CertificateConcern.SameKey => SameKey,
        CertificateConcern.SameName => SameName,
        CertificateConcern.NameUnstated => NameUnstated,
        _ => Development,
    };

    public static LocalizedText EndsSoon { get; } = new("少於 30 日後到期。", "不足 30 天后到期。", "It ends in less than 30 days.");

    public static LocalizedText ShortValidity { get; } = new("整段有效期少於 30 日。", "整段有效期不足 30 天。", "It was issued for less than 30 days.");

    public static LocalizedText LongValidity { get; } = new("有效期超過 825 日：密鑰越舊越易失竊。", "有效期超过 825 天：密钥越旧越易失窃。", "It holds for more than 825 days: a key that is old is more easily stolen.");

    public static LocalizedText NotYetValid { get; } = new("尚未開始生效。", "尚未开始生效。", "It is not valid yet.");

    public static LocalizedText WeakKey { get; } = new("RSA 密鑰少於 3072 位。", "RSA 密钥少于 3072 位。", "Its RSA key has less than 3072 bits.");

    public static LocalizedText KeyUsageUnfit { get; } = new("密鑰用途與加入的身分不符。", "密钥用途与加入的身份不符。", "Its key usage does not say what it is to be used for.");

    public static LocalizedText PurposeUnstated { get; } = new("沒有註明這個用途的擴展密鑰用途；直接信任時由審批代替。", "未注明此用途的扩展密钥用途；直接信任时由审批代替。",
        "It lacks the extended key usage for its purpose. That does no harm where it is believed for itself.");

    public static LocalizedText NoRevocationAddress { get; } = new("沒有吊銷資訊地址：只有人員可以令它失效。", "没有吊销信息地址：只有人员可以使它失效。", "It names no place where revocation is told: officers alone can end it early.");

    public static LocalizedText OtherUserId { get; } = new(
        "其 SM2 簽名使用另一個用戶標識，並非 1234567812345678；由它簽發的證書在此不會通過核證。", "其 SM2 签名使用另一个用户标识，并非 1234567812345678；由它签发的证书在此无法通过验证。",
        "The SM2 signature on it was made with another user id than 1234567812345678. What its issuer signs so does not verify here.");

    public static LocalizedText SignatureDoubtful { get; } = new("已知的簽發者證書未能核證其簽名。", "已知的签发者证书无法验证其签名。", "Its signature does not verify by the issuer's certificate that is known.");

    public static LocalizedText SelfIssued { get; } = new("自簽證書：除了把它交給您的人，沒有人為它作保。", "自签证书：除了把它交给您的人，没有人为它作保。", "It was issued by itself: nobody vouches for it but who handed it to you.");

    public static LocalizedText SameKey { get; } = new("另一張已知的證書使用同一條密鑰。", "另一张已知的证书使用同一个密钥。", "Another certificate that is known has the same key.");

    public static LocalizedText SameName { get; } = new("另一張已知的證書同名而密鑰不同。", "另一张已知的证书同名而密钥不同。", "Another certificate that is known has the same name and another key.");

    public static LocalizedText NameUnstated { get; } = new("證書內沒有註明這個合作方。", "证书内未注明此合作方。", "It does not name this partner.");

    public static LocalizedText Development { get; } = new("這是開發用的證書，正式環境不可使用。", "这是开发用的证书，正式环境不可使用。", "It was generated for development, and is for nothing else.");
}

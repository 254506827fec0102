namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>An OCSP response came that is about another certificate, or answers another question.</summary>
    public static ErrorDescriptor RevocationAnswerOfOther { get; } = new("CB3054", 502,
        new("證書狀態回應答非所問", "证书状态响应答非所问", "The answer about a certificate's status belongs to another question"),
        new("系統會自動重試；請管理員檢查查詢服務的設定。", "系统会自动重试；请管理员检查查询服务的设置。", "It is tried again by itself; operators should check the settings of the responder."));

    /// <summary>The certificates of the path state no policy that is required.</summary>
    public static ErrorDescriptor CertificatePolicyMissing { get; } = new("CB3018", 403,
        new("證書政策不符", "证书策略不符", "The certificate was not issued under the policy required"),
        new("請使用按所需證書政策簽發的證書。", "请使用按所需证书策略签发的证书。", "Use a certificate that was issued under the required policy."));

    /// <summary>The revocation list is a delta list, an indirect list or a list of a part.</summary>
    public static ErrorDescriptor RevocationListIncomplete { get; } = new("CB3019", 503,
        new("證書撤銷清單並不完整", "证书吊销列表不完整", "The revocation list is not a complete one"),
        new("請聯絡簽發機構索取完整的撤銷清單。", "请联系签发机构索取完整的吊销列表。", "Ask the issuing authority for its complete list."));

    /// <summary>An OCSP response is malformed, not signed by somebody who may, or no answer at all.</summary>
    public static ErrorDescriptor RevocationResponseInvalid { get; } = new("CB3044", 403,
        new("證書狀態回應無效", "证书状态响应无效", "The answer about the certificate's status is not valid"),
        new("請稍後再試。", "请稍后再试。", "Try again later."));

    /// <summary>The responder of the authority does not know the certificate.</summary>
    public static ErrorDescriptor RevocationStatusUnknown { get; } = new("CB3045", 403,
        new("簽發機構不認識此證書", "签发机构不认识此证书", "The issuing authority does not know the certificate"),
        new("請聯絡簽署機構核對證書。", "请联系签名机构核对证书。", "Ask the signing organisation to check its certificate."));

    /// <summary>A certificate request is malformed, or its signature does not hold.</summary>
    public static ErrorDescriptor CertificateRequestInvalid { get; } = new("CB3046", 400,
        new("證書申請檔案無效", "证书申请文件无效", "The certificate request is not valid"),
        new("請重新製作證書申請檔案。", "请重新生成证书申请文件。", "Make the certificate request again."));

    /// <summary>A PKCS#12 file is protected by a scheme that is too weak, or not at all.</summary>
    public static ErrorDescriptor Pkcs12Unsupported { get; } = new("CB3047", 422,
        new("金鑰檔案的保護方式不獲接受", "密钥文件的保护方式不被接受", "The key file is protected in a way that is not accepted"),
        new("請以 AES-256 或 SM4 重新匯出金鑰檔案。", "请以 AES-256 或 SM4 重新导出密钥文件。", "Export the key file again, protected with AES-256 or SM4."));

    /// <summary>A certificate of the path was taken out of trust here, whatever its issuer says.</summary>
    public static ErrorDescriptor CertificateDistrusted { get; } = new("CB3048", 403,
        new("本平台已停止信任簽署者的證書", "本平台已停止信任签署者的证书", "The signer's certificate is no longer trusted here"),
        new("請聯絡簽署方，改用其他證書。", "请联系签署方，改用其他证书。", "Ask the signer to use another certificate."));

    /// <summary>A partner's certificate that was admitted for itself was used for another party or purpose than that.</summary>
    public static ErrorDescriptor PartnerCertificateOther { get; } = new("CB3049", 403,
        new("這張證書只供另一方或另一用途使用", "此证书仅供另一方或另一用途使用", "The certificate was admitted for another party or purpose"),
        new("請使用為這一方及這個用途登記的證書。", "请使用为此方及此用途登记的证书。", "Use the certificate that was admitted for this party and purpose."));
}

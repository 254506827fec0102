namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A signed message is not a well-formed JWS.</summary>
    public static ErrorDescriptor SignedContentMalformed { get; } = new("CB3001", 400,
        new("簽署資料格式有誤", "签名数据格式有误", "The signed message is malformed"),
        new("請重新操作一次；如仍有問題，請把編號告訴服務台。", "请重新操作一次；如仍有问题，请将编号告知服务台。", "Try again; if it happens again, tell the help desk the number."));

    /// <summary>A signed message is longer than is looked at.</summary>
    public static ErrorDescriptor SignedContentTooLarge { get; } = new("CB3002", 413,
        new("簽署資料過大", "签名数据过大", "The signed message is too large"),
        new("請縮減內容後重新傳送。", "请缩减内容后重新发送。", "Send a smaller message."));

    /// <summary>The signature algorithm is not one that is taken from this signer, or does not fit the key.</summary>
    public static ErrorDescriptor AlgorithmNotAllowed { get; } = new("CB3003", 400,
        new("不接受此簽署演算法", "不接受此签名算法", "The signature algorithm is not accepted"),
        new("請改用雙方已登記的演算法簽署。", "请改用双方已登记的算法签名。", "Sign with one of the algorithms registered between both sides."));

    /// <summary>The signature does not hold over the message.</summary>
    public static ErrorDescriptor SignatureInvalid { get; } = new("CB3004", 400,
        new("簽署核實不通過", "签名验证不通过", "The signature does not hold"),
        new("資料可能在傳送途中被改動，請重新操作。", "数据可能在传输途中被改动，请重新操作。", "The message may have been changed on its way. Start again."));

    /// <summary>The message is signed with a key that nothing vouches for.</summary>
    public static ErrorDescriptor SigningKeyUnknown { get; } = new("CB3005", 400,
        new("未能識別簽署金鑰", "无法识别签名密钥", "The signing key is not known"),
        new("請先登記簽署金鑰或附上證書鏈。", "请先登记签名密钥或附上证书链。", "Register the signing key, or send its certificates along."));

    /// <summary>The header typ is not that of the message wanted here.</summary>
    public static ErrorDescriptor ContentTypeWrong { get; } = new("CB3006", 400,
        new("簽署資料類型不符", "签名数据类型不符", "This is another kind of signed message"),
        new("請傳送此處所需類型的資料。", "请发送此处所需类型的数据。", "Send the kind of message that is wanted here."));

    /// <summary>A key is not well-formed, too weak, or of a kind that is not used.</summary>
    public static ErrorDescriptor KeyMalformed { get; } = new("CB3007", 422,
        new("金鑰無效", "密钥无效", "The key is not usable"),
        new("請提供格式正確、強度足夠的金鑰。", "请提供格式正确、强度足够的密钥。", "Provide a well-formed key of sufficient strength."));

    /// <summary>A certificate is not well-formed.</summary>
    public static ErrorDescriptor CertificateMalformed { get; } = new("CB3008", 422,
        new("證書格式有誤", "证书格式有误", "The certificate is malformed"),
        new("請提供完整而未經改動的證書。", "请提供完整且未经改动的证书。", "Provide the complete certificate, unchanged."));

    /// <summary>Encrypted content cannot be opened.</summary>
    public static ErrorDescriptor SealBroken { get; } = new("CB3009", 500,
        new("加密資料無法開啟", "加密数据无法打开", "Sealed content cannot be opened"),
        new("請管理員檢查儲存金鑰。", "请管理员检查存储密钥。", "The operator should check the storage keys."));

    /// <summary>No certificate path leads from the signer to a trust anchor.</summary>
    public static ErrorDescriptor ChainUntrusted { get; } = new("CB3010", 403,
        new("未能確認簽署方的證書", "无法确认签名方的证书", "The signer's certificate is not trusted"),
        new("請聯絡簽署機構核對證書。", "请联系签名机构核对证书。", "Ask the signing organisation to check its certificate."));

    /// <summary>The certificate path ends at an anchor of another jurisdiction.</summary>
    public static ErrorDescriptor JurisdictionWrong { get; } = new("CB3011", 403,
        new("證書所屬地區不符", "证书所属地区不符", "The certificate belongs to another jurisdiction"),
        new("請使用所屬地區認可機構簽發的證書。", "请使用所属地区认可机构签发的证书。", "Use a certificate issued for the signer's own jurisdiction."));

    /// <summary>The certificate is not meant for what it was used for.</summary>
    public static ErrorDescriptor PurposeWrong { get; } = new("CB3012", 403,
        new("證書用途不符", "证书用途不符", "The certificate is not meant for this use"),
        new("請使用為此用途簽發的證書。", "请使用为此用途签发的证书。", "Use a certificate issued for this purpose."));

    /// <summary>A certificate of the path has been revoked.</summary>
    public static ErrorDescriptor CertificateRevoked { get; } = new("CB3013", 403,
        new("簽署證書已被撤銷", "签名证书已被吊销", "The signing certificate has been revoked"),
        new("請聯絡簽署機構；在更換證書前不能使用。", "请联系签名机构；更换证书前无法使用。", "Contact the signing organisation: nothing works until it has a new certificate."));

    /// <summary>There is no revocation list of an issuer in the path.</summary>
    public static ErrorDescriptor RevocationMissing { get; } = new("CB3014", 503,
        new("暫時未能查核證書狀態", "暂时无法查验证书状态", "The certificate's status is not available"),
        new("請稍後再試。", "请稍后再试。", "Try again later."));

    /// <summary>The revocation list of an issuer in the path is out of date.</summary>
    public static ErrorDescriptor RevocationStale { get; } = new("CB3015", 503,
        new("證書狀態資料已過時", "证书状态数据已过期", "The certificate's status is out of date"),
        new("請稍後再試。", "请稍后再试。", "Try again later."));

    /// <summary>A revocation list is malformed or not signed by the issuer that it names.</summary>
    public static ErrorDescriptor RevocationListInvalid { get; } = new("CB3016", 403,
        new("證書撤銷清單無效", "证书吊销列表无效", "The revocation list is not valid"),
        new("請稍後再試。", "请稍后再试。", "Try again later."));

    /// <summary>A certificate of the path has expired or is not yet valid.</summary>
    public static ErrorDescriptor CertificateNotInForce { get; } = new("CB3017", 403,
        new("簽署證書已過期或未生效", "签名证书已过期或未生效", "The signing certificate is not in force"),
        new("請聯絡簽署機構更新證書。", "请联系签名机构更新证书。", "Ask the signing organisation to renew its certificate."));

    /// <summary>The assertion was issued by another provider than the one asked.</summary>
    public static ErrorDescriptor IssuerWrong { get; } = new("CB3020", 403,
        new("身份聲明的簽發者不符", "身份声明的签发者不符", "The assertion comes from another issuer"),
        new("請重新登入。", "请重新登录。", "Sign in again."));

    /// <summary>The signer's certificate does not speak for the issuer that the message names.</summary>
    public static ErrorDescriptor IssuerNotCertified { get; } = new("CB3021", 403,
        new("證書與簽發者不符", "证书与签发者不符", "The certificate does not speak for this issuer"),
        new("請聯絡簽署機構核對證書。", "请联系签名机构核对证书。", "Ask the signing organisation to check its certificate."));

    /// <summary>The assertion was made for somebody else.</summary>
    public static ErrorDescriptor AudienceWrong { get; } = new("CB3022", 403,
        new("身份聲明並非發給本平台", "身份声明并非发给本平台", "The assertion was made for somebody else"),
        new("請重新登入。", "请重新登录。", "Sign in again."));

    /// <summary>The assertion does not belong to this sign-in.</summary>
    public static ErrorDescriptor NonceWrong { get; } = new("CB3023", 403,
        new("身份聲明與本次登入不符", "身份声明与本次登录不符", "The assertion does not belong to this sign-in"),
        new("請由頭開始重新登入。", "请从头开始重新登录。", "Start signing in again from the beginning."));

    /// <summary>The assertion has expired or is older than is taken.</summary>
    public static ErrorDescriptor AssertionExpired { get; } = new("CB3024", 403,
        new("身份聲明已過期", "身份声明已过期", "The assertion has expired"),
        new("請重新登入。", "请重新登录。", "Sign in again."));

    /// <summary>The assertion is dated in the future.</summary>
    public static ErrorDescriptor AssertionNotYetValid { get; } = new("CB3025", 403,
        new("身份聲明尚未生效", "身份声明尚未生效", "The assertion is not valid yet"),
        new("請稍後再試。", "请稍后再试。", "Try again in a moment."));

    /// <summary>The assertion has been used before.</summary>
    public static ErrorDescriptor AssertionReplayed { get; } = new("CB3026", 403,
        new("身份聲明已使用過", "身份声明已被使用", "The assertion has been used before"),
        new("請重新登入。", "请重新登录。", "Sign in again."));

    /// <summary>The resident was identified less surely than is needed.</summary>
    public static ErrorDescriptor AssuranceTooLow { get; } = new("CB3027", 403,
        new("身份核實級別不足", "身份核验级别不足", "A higher level of identification is needed"),
        new("請以較高的核實級別登入，例如面容辨識。", "请以更高的核验级别登录，例如人脸识别。", "Sign in with a stronger method, such as face recognition."));

    /// <summary>The assertion does not say how surely the resident was identified.</summary>
    public static ErrorDescriptor AssuranceUnknown { get; } = new("CB3028", 403,
        new("未有標明身份核實級別", "未标明身份核验级别", "The level of identification is not stated"),
        new("請聯絡身份提供機構。", "请联系身份提供机构。", "Contact the identity provider."));

    /// <summary>The payload of an assertion is not as the profile says.</summary>
    public static ErrorDescriptor AssertionMalformed { get; } = new("CB3029", 400,
        new("身份聲明內容有誤", "身份声明内容有误", "The assertion is malformed"),
        new("請聯絡身份提供機構。", "请联系身份提供机构。", "Contact the identity provider."));

    /// <summary>A Hong Kong identity card number does not hold.</summary>
    public static ErrorDescriptor IdentityCardInvalid { get; } = new("CB3030", 422,
        new("香港身份證號碼有誤", "香港身份证号码有误", "The Hong Kong identity card number is wrong"),
        new("請核對身份證號碼，包括括號內的校驗碼。", "请核对身份证号码，包括括号内的校验码。", "Check the number, including the character in brackets."));

    /// <summary>A Home Return Permit number does not hold.</summary>
    public static ErrorDescriptor HomeReturnPermitInvalid { get; } = new("CB3031", 422,
        new("回鄉證號碼有誤", "回乡证号码有误", "The Home Return Permit number is wrong"),
        new("請核對證件號碼。", "请核对证件号码。", "Check the number on the permit."));

    /// <summary>A mainland residence permit number does not hold.</summary>
    public static ErrorDescriptor ResidencePermitInvalid { get; } = new("CB3032", 422,
        new("港澳居民居住證號碼有誤", "港澳居民居住证号码有误", "The residence permit number is wrong"),
        new("請核對證件號碼。", "请核对证件号码。", "Check the number on the permit."));

    /// <summary>A mainland resident identity card number does not hold.</summary>
    public static ErrorDescriptor ResidentCardInvalid { get; } = new("CB3039", 422,
        new("居民身份證號碼有誤", "居民身份证号码有误", "The resident identity card number is wrong"),
        new("請核對證件號碼。", "请核对证件号码。", "Check the number on the card."));

    /// <summary>A home provider vouches for a document that the authorities of its place do not issue to their people.</summary>
    public static ErrorDescriptor DocumentOfAnotherPlace { get; } = new("CB3040", 422,
        new("登入平台不能證明這類證件", "登录平台不能证明此类证件", "The home provider cannot vouch for this document"),
        new("請使用簽發證件當地的登入平台。", "请使用证件签发地的登录平台。", "Sign in with the provider of the place that the document belongs to."));

    /// <summary>A unified social credit code does not hold.</summary>
    public static ErrorDescriptor CreditCodeInvalid { get; } = new("CB3033", 422,
        new("統一社會信用代碼有誤", "统一社会信用代码有误", "The unified social credit code is wrong"),
        new("請核對代碼。", "请核对代码。", "Check the code."));

    /// <summary>A name is missing or holds characters that no name has.</summary>
    public static ErrorDescriptor NameInvalid { get; } = new("CB3034", 422,
        new("姓名資料有誤", "姓名数据有误", "The name is not usable"),
        new("請聯絡身份提供機構更正姓名資料。", "请联系身份提供机构更正姓名数据。", "Ask the identity provider to correct the name."));

    /// <summary>A birth date is missing, impossible or in the future.</summary>
    public static ErrorDescriptor BirthdateInvalid { get; } = new("CB3035", 422,
        new("出生日期有誤", "出生日期有误", "The birth date is wrong"),
        new("請聯絡身份提供機構更正出生日期。", "请联系身份提供机构更正出生日期。", "Ask the identity provider to correct the birth date."));

    /// <summary>The gender is neither M nor F, as the documents of both sides write it.</summary>
    public static ErrorDescriptor GenderInvalid { get; } = new("CB3036", 422,
        new("性別資料有誤", "性别数据有误", "The gender is not usable"),
        new("請聯絡身份提供機構更正資料。", "请联系身份提供机构更正数据。", "Ask the identity provider to correct the record."));

    /// <summary>A telephone number or e-mail address is not well-formed.</summary>
    public static ErrorDescriptor ContactInvalid { get; } = new("CB3037", 422,
        new("聯絡資料有誤", "联系资料有误", "The contact details are not usable"),
        new("請更正電話號碼或電郵地址。", "请更正电话号码或电子邮箱。", "Correct the telephone number or e-mail address."));

    /// <summary>The assertion holds no document, one twice, or one of a type that is not known.</summary>
    public static ErrorDescriptor DocumentMissing { get; } = new("CB3038", 422,
        new("身份證明文件資料有誤", "身份证明文件数据有误", "The identity documents are not usable"),
        new("請聯絡身份提供機構。", "请联系身份提供机构。", "Contact the identity provider."));

    /// <summary>The payload of a receipt is not as the interface says.</summary>
    public static ErrorDescriptor ReceiptMalformed { get; } = new("CB3050", 400,
        new("回執內容有誤", "回执内容有误", "The receipt is malformed"),
        new("請部門核對回執格式。", "请部门核对回执格式。", "The department should check the form of its receipt."));

    /// <summary>The receipt is for another delivery or comes from another department.</summary>
    public static ErrorDescriptor ReceiptForOtherDelivery { get; } = new("CB3051", 409,
        new("回執與遞送不符", "回执与投递不符", "The receipt belongs to another delivery"),
        new("請部門核對遞送編號。", "请部门核对投递编号。", "The department should check the delivery's id."));

    /// <summary>The receipt is for other bytes than those that were sent.</summary>
    public static ErrorDescriptor ReceiptDigestWrong { get; } = new("CB3052", 409,
        new("回執所載摘要不符", "回执所载摘要不符", "The receipt does not match what was sent"),
        new("請部門重新核對收到的資料。", "请部门重新核对收到的数据。", "The department should check what it received."));

    /// <summary>The time of the receipt cannot be right.</summary>
    public static ErrorDescriptor ReceiptTimeWrong { get; } = new("CB3053", 409,
        new("回執時間有誤", "回执时间有误", "The time of the receipt is wrong"),
        new("請部門校準系統時間。", "请部门校准系统时间。", "The department should check its clock."));

    /// <summary>An evidence package cannot be read.</summary>
    public static ErrorDescriptor EvidenceMalformed { get; } = new("CB3060", 400,
        new("證據包格式有誤", "证据包格式有误", "The evidence package is malformed"),
        new("請重新下載證據包。", "请重新下载证据包。", "Download the package again."));

    /// <summary>Two parts of an evidence package contradict each other.</summary>
    public static ErrorDescriptor EvidenceInconsistent { get; } = new("CB3061", 422,
        new("證據包內容互相矛盾", "证据包内容互相矛盾", "The parts of the evidence do not belong together"),
        new("請重新下載證據包；如仍有問題，請聯絡審計人員。", "请重新下载证据包；如仍有问题，请联系审计人员。", "Download the package again; if it stays so, tell the auditor."));
}

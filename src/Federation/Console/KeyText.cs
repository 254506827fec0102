using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the page about signing keys says.</summary>
internal static class KeyText
{
    public static LocalizedText Typed { get; } = new("輸入的文字不符。", "输入的文字不符。", "What you typed differs.");

    public static LocalizedText Keys { get; } = new("簽署密鑰", "签名密钥", "Signing keys");

    public static LocalizedText Intro { get; } = new(
        "簽署密鑰按時自動更替：先公布，再啟用，然後停用，最後移除。收件方須驗證證書的密鑰，要先由發證機構簽發證書。",
        "签名密钥按时自动更替：先公布，再启用，然后停用，最后移除。接收方需验证证书的密钥，须先由发证机构签发证书。",
        "Keys follow one another by the clock: announced, active, retiring, removed. A key whose receivers look at a certificate needs one from an authority first.");

    public static LocalizedText OfUse(string use) => use switch
    {
        KeyUses.Envelopes => UseEnvelopes,
        KeyUses.Attestations => UseAttestations,
        KeyUses.Audit => UseAudit,
        KeyUses.Federation => UseFederation,
        KeyUses.HomeClient => UseHomeClient,
        KeyUses.Directory => UseDirectory,
        _ => UseTokens,
    };

    /// <param name="place"><c>database</c>, <c>module</c> or <c>settings</c>.</param>
    public static LocalizedText OfPlace(string place) => place switch
    {
        "database" => InDatabase,
        "module" => InModule,
        _ => InSettings,
    };

    public static LocalizedText Comma { get; } = new("、", "、", ", ");

    public static LocalizedText InDatabase { get; } = new("資料庫（已加密）", "数据库（已加密）", "The database, sealed");

    public static LocalizedText InModule { get; } = new("硬件加密模組", "硬件密码模块", "A hardware module");

    public static LocalizedText InSettings { get; } = new("設定所指的密鑰檔案", "设置所指的密钥文件", "A file that the settings name");

    public static LocalizedText UseHomeClient { get; } = new("向機構登入平台證明身分", "向机构登录平台证明身份", "Proving the hub to home providers");

    public static LocalizedText UseDirectory { get; } = new("向內地帳戶目錄查詢", "向内地账户目录查询", "Requests to account directories");

    public static LocalizedText UseTokens { get; } = new("令牌", "令牌", "Tokens");

    public static LocalizedText UseEnvelopes { get; } = new("送交部門的信封", "发往部门的信封", "Envelopes to departments");

    public static LocalizedText UseAttestations { get; } = new("核驗證明", "核验证明", "Attestations");

    public static LocalizedText UseAudit { get; } = new("審計日誌檢查點", "审计日志检查点", "Checkpoints of the audit log");

    public static LocalizedText UseFederation { get; } = new("聯盟成員聲明", "联盟成员声明", "Statements about federation members");

    public static LocalizedText Standing { get; } = new("密鑰狀態", "密钥状态", "Where the key stands");

    public static LocalizedText StandingHandshake { get; } = new(
        "{0}；{1} 個依賴方已取得，{2} 個落後", "{0}；{1} 个依赖方已获取，{2} 个落后", "{0}; {1} relying {1:party has|parties have} it, {2} {2:lags|lag} behind");

    public static LocalizedText AwaitsCertificate { get; } = new("已產生，等候證書", "已生成，等候证书", "Created: waits for its certificate");

    public static LocalizedText AwaitsHint { get; } = new(
        "下載證書請求，交發證機構簽發，再在此處安裝收到的證書。安裝須由另一位主任批准，其間由原有密鑰繼續簽署。",
        "下载证书请求，交发证机构签发，再在此处安装收到的证书。安装须由另一位安全主管批准，期间由原有密钥继续签名。",
        "Download the request, have the authority certify it, and install here what it sends. Another officer approves that; until then the key before goes on signing.");

    public static LocalizedText NobodySigns { get; } = new(
        "現時沒有密鑰可簽署這一類訊息，有關工作均在等候。", "目前没有密钥可签名此类消息，相关工作均在等候。",
        "No key signs these now: whatever needs one waits.");

    public static LocalizedText Certificate { get; } = new("證書", "证书", "Certificate");

    public static LocalizedText CertificateIs { get; } = new("{0}，由 {1} 簽發，至 {2}", "{0}，由 {1} 签发，至 {2}", "{0}, issued by {1}, until {2}");

    public static LocalizedText RequestSubject { get; } = new(
        "請求的主體名稱（留空即沿用原有證書的名稱）", "请求的主体名称（留空即沿用原证书的名称）", "Subject to ask for (left empty: as on the certificate before)");

    public static LocalizedText Request { get; } = new("下載證書請求", "下载证书请求", "Download the request");

    public static LocalizedText IssuedFile { get; } = new(
        "發證機構交來的證書（PEM、DER 或 PKCS#7，連同中間證書）", "发证机构交来的证书（PEM、DER 或 PKCS#7，连同中间证书）",
        "What the authority sent (PEM, DER or PKCS#7, with the certificates between)");

    public static LocalizedText Install { get; } = new("提出安裝證書", "提出安装证书", "Propose to install it");

    public static LocalizedText Place { get; } = new("存放處", "存放处", "Where it lies");

    public static LocalizedText Uses { get; } = new("用途", "用途", "Uses");

    public static LocalizedText Sha256 { get; } = new("公鑰 SHA-256 指紋", "公钥 SHA-256 指纹", "SHA-256 of the public key");

    public static LocalizedText Sm3 { get; } = new("公鑰 SM3 指紋", "公钥 SM3 指纹", "SM3 of the public key");

    public static LocalizedText Next { get; } = new("下一步", "下一步", "Next");

    public static LocalizedText NextIs { get; } = new("{1} 轉為「{0}」", "{1} 转为“{0}”", "{0} at {1}");

    public static LocalizedText KnownTo { get; } = new("已取得此密鑰的依賴方（{0}）", "已取得此密钥的依赖方（{0}）", "Relying parties that have it ({0})");

    public static LocalizedText Laggards { get; } = new("尚未取得新密鑰的依賴方（{0}）", "尚未取得新密钥的依赖方（{0}）", "Relying parties that lag behind ({0})");

    public static LocalizedText HeldBack { get; } = new(
        "{0} 個依賴方尚未取得新密鑰，此密鑰因此未能移除。", "{0} 个依赖方尚未取得新密钥，此密钥因此未能移除。",
        "{0} relying parties have not shown the new key: this one is not removed before they do.");

    public static LocalizedText Rotate { get; } = new("提出更換 {0} 密鑰", "提出更换 {0} 密钥", "Propose to rotate {0}");

    public static LocalizedText ActivateEarly { get; } = new("提出提前啟用", "提出提前启用", "Propose to activate it early");

    public static LocalizedText LetGo { get; } = new("提出不等落後者", "提出不等落后者", "Propose not to wait for laggards");

    public static LocalizedText RevokeNow { get; } = new("密鑰外洩：立即撤銷", "密钥泄露：立即吊销", "Compromised: revoke it now");

    public static LocalizedText RevokeWarning { get; } = new(
        "所有節點會在約一秒內拒絕此密鑰簽署的一切令牌（{0} 個依賴方），並改用另一條密鑰。撤銷後不可恢復，並須由另一位主任覆核。",
        "所有节点会在约一秒内拒绝此密钥签名的一切令牌（{0} 个依赖方），并改用另一密钥。吊销后不可恢复，并须由另一位安全主管复核。",
        "Within about a second every node refuses all that this key signed, for {0} relying parties, and another key signs. There is no way back, and another officer reviews it.");

    public static LocalizedText OtherUses { get; } = new(
        "此密鑰亦用於：{0}。這些用途不會因此停止：請撤銷其證書並在設定中更換。", "此密钥亦用于：{0}。这些用途不会因此停止：请吊销其证书并在设置中更换。",
        "It also signs for: {0}. That does not stop here: have its certificate revoked and replace it in the settings.");

    public static LocalizedText RevokeCertified { get; } = new(
        "此密鑰立即停止簽署，所有用途一併停止，不可恢復，並須由另一位主任覆核。若沒有已公布的後繼密鑰，便須等新證書安裝後才能再簽署。請同時要求發證機構吊銷其證書。",
        "此密钥立即停止签名，所有用途一并停止，不可恢复，并须由另一位安全主管复核。若没有已公布的后继密钥，须待新证书安装后才能再签名。请同时要求发证机构吊销其证书。",
        "The key stops signing at once, in all its uses and for good, and another officer reviews it. Where no successor is announced, nothing is signed until a new certificate is installed. Have the authority revoke its certificate too.");

    public static LocalizedText Waiting { get; } = new("等候處理的步驟", "等候处理的步骤", "Steps that wait");

    public static LocalizedText Review { get; } = new("已覆核", "已复核", "I have reviewed it");

    public static LocalizedText Ended { get; } = new("已結束的密鑰", "已结束的密钥", "Keys that have ended");

    public static LocalizedText Since { get; } = new("{0}，自 {1}", "{0}，自 {1}", "{0} since {1}");

    public static LocalizedText Of(KeyState state) => state switch
    {
        KeyState.Created => StateCreated,
        KeyState.Announced => StateAnnounced,
        KeyState.Active => StateActive,
        KeyState.Retiring => StateRetiring,
        KeyState.Removed => StateRemoved,
        _ => StateRevoked,
    };

    public static LocalizedText StateCreated { get; } = new("已產生", "已生成", "Created");

    public static LocalizedText StateAnnounced { get; } = new("已公布，未用於簽署", "已公布，未用于签名", "Announced: not signing yet");

    public static LocalizedText StateActive { get; } = new("使用中", "使用中", "Active: signing");

    public static LocalizedText StateRetiring { get; } = new("停用中，仍可驗證", "停用中，仍可验证", "Retiring: still verifies");

    public static LocalizedText StateRemoved { get; } = new("已移除", "已移除", "Removed");

    public static LocalizedText StateRevoked { get; } = new("已撤銷", "已吊销", "Revoked");

    public static LocalizedText Of(KeyStepKind kind) => kind switch
    {
        KeyStepKind.Rotate => KindRotate,
        KeyStepKind.ActivateEarly => KindActivateEarly,
        KeyStepKind.LetGo => KindLetGo,
        KeyStepKind.Install => KindInstall,
        _ => KindRevoke,
    };

    public static LocalizedText KindRotate { get; } = new("更換密鑰", "更换密钥", "Rotate");

    public static LocalizedText KindActivateEarly { get; } = new("提前啟用", "提前启用", "Activate early");

    public static LocalizedText KindLetGo { get; } = new("不等落後者", "不等落后者", "Don't wait for laggards");

    public static LocalizedText KindInstall { get; } = new("安裝證書", "安装证书", "Install a certificate");

    public static LocalizedText KindRevoke { get; } = new("緊急撤銷，須由另一位主任覆核", "紧急吊销，须由另一位安全主管复核", "Emergency revocation, to be reviewed by another officer");

    public static LocalizedText Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Nearby => EvidenceNearby,
        EvidenceKind.Named => EvidenceNamed,
        EvidenceKind.Introspected => EvidenceIntrospected,
        EvidenceKind.Hinted => EvidenceHinted,
        _ => EvidenceUsed,
    };

    public static LocalizedText EvidenceNearby { get; } = new("同一地址曾取得（推測）", "同一地址曾获取（推测）", "fetched from its address (likely)");

    public static LocalizedText EvidenceNamed { get; } = new("以其名義取得", "以其名义获取", "fetched in its name");

    public static LocalizedText EvidenceIntrospected { get; } = new("曾查詢令牌", "曾查询令牌", "asked about a token");

    public static LocalizedText EvidenceUsed { get; } = new("曾使用令牌", "曾使用令牌", "used a token");

    public static LocalizedText EvidenceHinted { get; } = new("曾交回身分令牌", "曾交回身份令牌", "sent an id token back");
}

using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the page of certificates and keys says.</summary>
internal static class InventoryText
{
    public static LocalizedText Title { get; } = new("證書及密鑰", "证书及密钥", "Certificates and keys");

    public static LocalizedText Lead { get; } = new(
        "本系統認識的每一張證書和每一條密鑰，最快到期的排在最前。", "本系统所知的每一张证书和每一个密钥，最先到期的排在最前。",
        "Every certificate and key that the hub knows. What ends soonest comes first.");

    public static LocalizedText Count { get; } = new("顯示 {0} 項，共 {1} 項", "显示 {0} 项，共 {1} 项", "{0} of {1} shown");

    public static LocalizedText Search { get; } = new("搜尋名稱、主體、序號或指紋", "搜索名称、主体、序列号或指纹", "Search by name, subject, serial number or fingerprint");

    public static LocalizedText State { get; } = new("狀態", "状态", "State");

    public static LocalizedText AllStates { get; } = new("所有狀態", "所有状态", "Any state");

    public static LocalizedText AllPlaces { get; } = new("所有地區", "所有地区", "Any place");

    public static LocalizedText Subject { get; } = new("主體", "主体", "Subject");

    public static LocalizedText Sm3 { get; } = new("SM3 指紋", "SM3 指纹", "SM3 fingerprint");

    public static LocalizedText KeyThumbprint { get; } = new("密鑰指紋（RFC 7638）", "密钥指纹（RFC 7638）", "Key thumbprint (RFC 7638)");

    public static LocalizedText Since { get; } = new("自", "自", "Since");

    public static LocalizedText SinceBy { get; } = new("{0}，{1}", "{0}，{1}", "{0}, by {1}");

    public static LocalizedText SeenInUse { get; } = new("從合作方的簽署中得知", "从合作方的签名中得知", "Known from what a partner signed");

    public static LocalizedText BySettings { get; } = new("由系統設定列出", "由系统设置列出", "Named by the hub's settings");

    public static LocalizedText UsedBy { get; } = new("誰倚賴它", "谁依赖它", "What rests on it");

    public static LocalizedText NobodyYet { get; } = new("設定中沒有任何一方倚賴它", "设置中没有任何一方依赖它", "Nothing in the settings");

    public static LocalizedText NoEnd { get; } = new("沒有到期日", "没有到期日", "No end stated");

    public static LocalizedText WatchedOnly { get; } = new(
        "其信任來自發證機構，此處只作登記，以便到期前提醒。", "其信任来自签发机构，此处仅作登记，以便到期前提醒。",
        "It is believed by its authority's word; it is registered here so that its end is not missed.");

    public static LocalizedText DirectlyTrusted { get; } = new(
        "直接信任，只限這一方及這個用途；只能由人員撤銷。", "直接信任，仅限此方及此用途；只能由人员吊销。",
        "Believed for itself, for this party and purpose alone. Only officers revoke it.");

    public static LocalizedText Of(InventoryKind kind) => kind switch
    {
        InventoryKind.Anchor => KindAnchor,
        InventoryKind.Intermediate => KindIntermediate,
        InventoryKind.Partner => KindPartner,
        InventoryKind.HubKey => KindHubKey,
        _ => KindClientKey,
    };

    public static LocalizedText KindAnchor { get; } = new("根證書", "根证书", "Root");

    public static LocalizedText KindIntermediate { get; } = new("中間機構", "中间机构", "Intermediate authority");

    public static LocalizedText KindPartner { get; } = new("合作方證書", "合作方证书", "Partner's certificate");

    public static LocalizedText KindHubKey { get; } = new("本系統的密鑰", "本系统的密钥", "Key of the hub");

    public static LocalizedText KindClientKey { get; } = new("應用登記的密鑰", "应用登记的密钥", "Key of a relying party");

    public static LocalizedText Of(InventoryState state) => state switch
    {
        InventoryState.Proposed => StateProposed,
        InventoryState.Approved => StateApproved,
        InventoryState.Active => StateActive,
        InventoryState.Suspended => StateSuspended,
        InventoryState.Revoked => StateRevoked,
        InventoryState.Expired => StateExpired,
        InventoryState.RolledBack => StateRolledBack,
        _ => StateNotAdmitted,
    };

    public static LocalizedText StateProposed { get; } = new("等候審批", "等候审批", "Proposed");

    public static LocalizedText StateApproved { get; } = new("已批准，未生效", "已批准，未生效", "Approved");

    public static LocalizedText StateActive { get; } = new("使用中", "使用中", "Active");

    public static LocalizedText StateSuspended { get; } = new("已暫停", "已暂停", "Suspended");

    public static LocalizedText StateRevoked { get; } = new("已撤銷", "已吊销", "Revoked");

    public static LocalizedText StateExpired { get; } = new("已過期", "已过期", "Expired");

    public static LocalizedText StateRolledBack { get; } = new("已還原", "已还原", "Rolled back");

    public static LocalizedText StateNotAdmitted { get; } = new("不獲接納", "未获接纳", "Not admitted");

    public static LocalizedText Of(InventoryUseKind kind) => kind switch
    {
        InventoryUseKind.HomeProvider => UseHome,
        InventoryUseKind.Department => UseDepartment,
        InventoryUseKind.Directory => UseDirectory,
        InventoryUseKind.RelyingParty => UseRelyingParty,
        _ => UseHub,
    };

    public static LocalizedText UseHome { get; } = new("身分提供方", "身份提供方", "Home provider");

    public static LocalizedText UseDepartment { get; } = new("部門", "部门", "Department");

    public static LocalizedText UseDirectory { get; } = new("目錄", "目录", "Directory");

    public static LocalizedText UseRelyingParty { get; } = new("應用", "应用", "Relying party");

    public static LocalizedText UseHub { get; } = new("樞紐", "枢纽", "Hub");

    public static LocalizedText Of(TrustPurpose purpose) => purpose switch
    {
        TrustPurpose.AssertionSigning => PurposeAssertions,
        TrustPurpose.ReceiptSigning => PurposeReceipts,
        TrustPurpose.ClientAuthentication => PurposeClients,
        TrustPurpose.DirectorySigning => PurposeDirectory,
        TrustPurpose.EnvelopeEncryption => PurposeEncryption,
        TrustPurpose.ResidentSigning => PurposeResidents,
        _ => PurposeHub,
    };

    public static LocalizedText PurposeAssertions { get; } = new("簽署居民身分聲明", "签署居民身份声明", "Sign identity assertions of residents");

    public static LocalizedText PurposeResidents { get; } = new("居民簽署申請", "居民签署申请", "Residents sign applications");

    public static LocalizedText PurposeReceipts { get; } = new("簽署部門回執", "签署部门回执", "Sign receipts of departments");

    public static LocalizedText PurposeClients { get; } = new("應用以證書證明身分", "应用以证书证明身份", "Authenticate relying parties");

    public static LocalizedText PurposeDirectory { get; } = new("簽署帳戶目錄的答覆", "签署账户目录的答复", "Sign answers of account directories");

    public static LocalizedText PurposeEncryption { get; } = new("加密發往部門的申請", "加密发往部门的申请", "Encrypt what is sent to departments");

    public static LocalizedText PurposeHub { get; } = new("簽署本系統的信件", "签署本系统的信件", "Sign messages of the hub");
}

using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the form of a new change says about files, times and what a certificate would allow.</summary>
internal static class ImportText
{
    public static LocalizedText WhatSection { get; } = new("1. 要做甚麼", "1. 要做什么", "1. What is to happen");

    public static LocalizedText WhichSection { get; } = new("2. 哪一張證書", "2. 哪一张证书", "2. Which certificate");

    public static LocalizedText AsWhatSection { get; } = new("3. 加入為甚麼（只用於加入）", "3. 加入为什么（仅用于加入）", "3. As what (to admit one only)");

    public static LocalizedText WhenSection { get; } = new("4. 何時", "4. 何时", "4. When");

    public static LocalizedText WhySection { get; } = new("5. 為甚麼", "5. 为什么", "5. Why");

    public static LocalizedText File { get; } = new("上載檔案", "上传文件", "Upload a file");

    public static LocalizedText FileHint { get; } = new(
        "PEM、DER、PKCS#7（.p7b）或 PKCS#12，最大 64 KB。切勿上載私鑰：交出的私鑰即告作廢。", "PEM、DER、PKCS#7（.p7b）或 PKCS#12，最大 64 KB。切勿上传私钥：交出的私钥即告作废。",
        "PEM, DER, PKCS#7 (.p7b) or PKCS#12, up to 64 KB. Never a private key: one that was handed over is burnt.");

    public static LocalizedText FilePassword { get; } = new("PKCS#12 檔案的密碼（如有）", "PKCS#12 文件的密码（如有）", "Password of a PKCS#12 file, if any");

    public static LocalizedText OrPaste { get; } = new("或貼上 PEM，或填寫已知證書的 SHA-256 指紋", "或粘贴 PEM，或填写已知证书的 SHA-256 指纹", "Or paste PEM, or the SHA-256 fingerprint of one that is known");

    public static LocalizedText OrSearch { get; } = new("或從已知的證書中搜尋", "或从已知的证书中搜索", "Or search among those that are known");

    public static LocalizedText Find { get; } = new("搜尋", "搜索", "Search");

    public static LocalizedText NoneFound { get; } = new("沒有相符的證書。", "没有相符的证书。", "No certificate matches.");

    public static LocalizedText ChooseOne { get; } = new("選擇證書", "选择证书", "Choose the certificate");

    public static LocalizedText Party { get; } = new("合作方（只用於其自己的證書）", "合作方（仅用于其自己的证书）", "Partner (for its own certificate only)");

    public static LocalizedText NoParty { get; } = new("不是：這是認證機構", "不是：这是认证机构", "None: it is an authority");

    public static LocalizedText PartyHint { get; } = new(
        "選了合作方，地區和用途便由系統設定決定，下面兩欄不用填。", "选了合作方，地区和用途便由系统设置决定，下面两栏不用填。",
        "With a partner, place and purpose are those of the settings: leave the two fields below alone.");

    public static LocalizedText Start { get; } = new("開始時間（留空即批准後立即生效）", "开始时间（留空即批准后立即生效）", "Start (empty: at once after approval)");

    public static LocalizedText Zone { get; } = new("時區", "时区", "Time zone");

    public static LocalizedText ZoneHongKong { get; } = new("香港／北京時間（UTC+8）", "北京时间（UTC+8）", "Hong Kong and Beijing (UTC+8)");

    public static LocalizedText ZoneUtc { get; } = new("協調世界時（UTC）", "协调世界时（UTC）", "UTC");

    public static LocalizedText Begins { get; } = new("預定開始", "预定开始", "Begins");

    public static LocalizedText Use { get; } = new("密鑰用途", "密钥用途", "Key usage");

    public static LocalizedText ExtendedUse { get; } = new("擴展密鑰用途", "扩展密钥用途", "Extended key usage");

    public static LocalizedText Names { get; } = new("證書代表誰（URI）", "证书代表谁（URI）", "Whom it names (URI)");

    public static LocalizedText Revocation { get; } = new("吊銷資訊地址", "吊销信息地址", "Where revocation is told");

    public static LocalizedText Signature { get; } = new("簽署算法", "签名算法", "Signed with");

    public static LocalizedText Chain { get; } = new("信任路徑", "信任路径", "The way to what we trust");

    public static LocalizedText NoChain { get; } = new("其簽發機構不在信任名單內", "其签发机构不在信任列表内", "Its authority is not among ours");

    public static LocalizedText NothingStated { get; } = new("沒有", "没有", "None");

    public static LocalizedText Allows { get; } = new("會帶來甚麼", "会带来什么", "What it would newly allow");

    public static LocalizedText AllowsAnchor { get; } = new(
        "凡由這個根簽發的證書，均可在 {0} 作以下用途：{1}。", "凡由此根签发的证书，均可在 {0} 作以下用途：{1}。",
        "Everybody certified below this root could, for {0}: {1}.");

    public static LocalizedText AllowsIntermediate { get; } = new(
        "由它簽發的證書可更易找到信任路徑；它本身不帶來新的信任。", "由它签发的证书可更易找到信任路径；它本身不带来新的信任。",
        "Certificates that it issued will find their way to a root of ours. By itself it adds no trust.");

    public static LocalizedText AllowsPartner { get; } = new(
        "直接信任這張證書：{0} 可憑它{1}，其他各方不可；只能由人員在此撤銷。", "直接信任此证书：{0} 可凭它{1}，其他各方不可；只能由人员在此吊销。",
        "This one certificate is believed for itself. {0} could use it for: {1}. Nobody else could use it, and only officers can revoke it, here.");

    public static LocalizedText AllowsWatched { get; } = new(
        "沒有新的信任：它已由信任的機構簽發。只作登記，以便到期前提醒。", "没有新的信任：它已由受信任的机构签发。仅作登记，以便到期前提醒。",
        "No new trust: an authority of ours vouches for it already. It is only registered, so that its end is not missed.");

    public static LocalizedText RestsOnIt { get; } = new("設定中倚賴它的各方", "设置中依赖它的各方", "What rests on it by the settings");

    public static LocalizedText Danger { get; } = new("危險操作", "危险操作", "A dangerous act");

    public static LocalizedText Counted { get; } = new("設定中有 {0} 方倚賴這張證書。", "设置中有 {0} 方依赖此证书。", "By the settings, {0} {0:party rests|parties rest} on this certificate.");

    public static LocalizedText Allowing(CertificateRole role) => role switch
    {
        CertificateRole.Anchor => AllowsAnchor,
        CertificateRole.Intermediate => AllowsIntermediate,
        CertificateRole.Partner => AllowsPartner,
        _ => AllowsWatched,
    };
}

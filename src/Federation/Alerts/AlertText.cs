using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Alerts;

/// <summary>What an alert says, in a sentence that stands by itself.</summary>
internal static class AlertText
{
    /// <summary>The blank of a certificate that has ended already.</summary>
    public const string Over = "over";

    private static readonly LocalizedText Ends = new("「{0}」將於 {1} 到期（尚餘 {2} 日）", "“{0}”将于 {1} 到期（剩余 {2} 天）", "“{0}” ends on {1}, in {2} {2:day|days}");
    private static readonly LocalizedText Ended = new("「{0}」已於 {1} 到期", "“{0}”已于 {1} 到期", "“{0}” ended on {1}");

    private static readonly LocalizedText KeyEnds = new(
        "本系統簽署金鑰「{0}」的證書將於 {1} 到期（尚餘 {2} 日）", "本系统签名密钥“{0}”的证书将于 {1} 到期（剩余 {2} 天）",
        "The certificate of the hub's key “{0}” ends on {1}, in {2} {2:day|days}");

    private static readonly LocalizedText KeyEnded = new(
        "本系統簽署金鑰「{0}」的證書已於 {1} 到期", "本系统签名密钥“{0}”的证书已于 {1} 到期", "The certificate of the hub's key “{0}” ended on {1}");

    private static readonly Dictionary<AlertKind, LocalizedText> Sentences = new()
    {
        [AlertKind.RevocationBehind] = new("吊銷資料「{0}」未能更新：{1}", "吊销信息“{0}”未能更新：{1}", "What “{0}” says of revocation is not up to date: {1}"),
        [AlertKind.UnusualRefusals] = new(
            "「{0}」在一小時內被拒絕 {2} 次（{1}），平常每小時 {3} 次", "“{0}”一小时内被拒绝 {2} 次（{1}），平时每小时 {3} 次",
            "“{0}” was refused {2} {2:time|times} within an hour ({1}); usual are {3} an hour"),
        [AlertKind.AuditBehind] = new("審計記錄自 {0} 起未有連結或簽署", "审计记录自 {0} 起未链接或未签名", "Since {0} the audit log has not been linked or signed"),
        [AlertKind.WitnessBehind] = new(
            "見證方「{0}」自 {1} 起未收到審計檢查點", "见证方“{0}”自 {1} 起未收到审计检查点", "Witness “{0}” has got no checkpoint of the audit log since {1}"),
        [AlertKind.DeliveriesStuck] = new("{1} 份遞送往「{0}」的申請未能送達", "投递到“{0}”的 {1} 份申请未能送达", "{1} {1:delivery|deliveries} to “{0}” {1:does|do} not get through"),
        [AlertKind.DeadLetters] = new(
            "「{0}」有 {1} 份申請一直未能送達，最早一份在 {2} 收到", "“{0}”有 {1} 份申请一直未能投递，最早一份于 {2} 收到",
            "{1} {1:delivery|deliveries} to “{0}” cannot be delivered; the oldest has waited since {2}"),
        [AlertKind.CircuitOpen] = new(
            "「{0}」自 {1} 起沒有正常回應，現時只作試送", "“{0}”自 {1} 起未正常响应，目前仅试投",
            "“{0}” has not answered as it should since {1}; only a trial delivery is sent"),
        [AlertKind.EmergencyUnreviewed] = new(
            "{0} 於 {1} 緊急撤銷了一張證書，等候另一位主任覆核", "{0} 于 {1} 紧急吊销了一张证书，等候另一位安全主管复核",
            "{0} revoked a certificate in an emergency at {1}; another officer has to review it"),
        [AlertKind.ConfirmationDue] = new(
            "一項信任變更如在 {0} 前未獲確認，便會自動還原", "一项信任变更如在 {0} 前未获确认，将自动还原", "A change of trust rolls back by itself unless it is confirmed by {0}"),
        [AlertKind.KeyHeldBack] = new(
            "密鑰「{0}」未能移除：{1} 個應用系統仍未取用新密鑰（{2}）", "密钥“{0}”无法移除：{1} 个应用系统尚未取用新密钥（{2}）",
            "Key “{0}” cannot be removed: relying parties that have not taken the new key yet: {1} ({2})"),
        [AlertKind.SuccessorMissing] = new(
            "{0} 的密鑰即將輪替，但新密鑰未能產生", "{0} 的密钥即将轮换，但新密钥未能生成", "The key for {0} ends soon, and its successor could not be made"),
        [AlertKind.KeyUnopened] = new(
            "未能以 KeyRotation:KeyFile 開啟資料庫內的密鑰「{0}」", "无法以 KeyRotation:KeyFile 打开数据库内的密钥“{0}”", "Key “{0}” of the database does not open with KeyRotation:KeyFile"),
        [AlertKind.CertificateAwaited] = new(
            "{1} 的新密鑰「{0}」正等候發證機構的證書", "{1} 的新密钥“{0}”正等候发证机构的证书", "The new key “{0}” for {1} waits for an authority's certificate"),
        [AlertKind.DecisionsOverdue] = new(
            "「{0}」有 {1} 宗申請逾期未決，最早一宗的期限為 {2}", "“{0}”有 {1} 件办件逾期未办结，最早一件的期限为 {2}",
            "“{0}” is late with {1} {1:decision|decisions}; the oldest was due on {2}"),
        [AlertKind.CalendarEnds] = new(
            "「{0}」的工作日曆只確定至 {1}，請以設定 Clock:CalendarFile 補上其後的假期", "“{0}”的工作日历只确定至 {1}，请通过设置 Clock:CalendarFile 补充其后的假期安排",
            "The working days of “{0}” are certain only until {1}; add the holidays that follow by Clock:CalendarFile"),
        [AlertKind.ChannelDown] = new("自 {1} 起未能經「{0}」送出警示：{2}", "自 {1} 起无法通过“{0}”送出告警：{2}", "Since {1} alerts cannot be sent by “{0}”: {2}"),
    };

    public static LocalizedText Of(Alert alert) => Fill(Sentence(alert.Kind, alert.Blanks), alert.Blanks);

    private static LocalizedText Sentence(AlertKind kind, IReadOnlyList<string> blanks) => kind switch
    {
        AlertKind.CertificateEnds => blanks[^1] == Over ? Ended : Ends,
        AlertKind.KeyEnds => blanks[^1] == Over ? KeyEnded : KeyEnds,
        _ => Sentences[kind],
    };

    private static LocalizedText Fill(LocalizedText text, IReadOnlyList<string> blanks) =>
        new(Fill(text.Hant, blanks, "zh-Hant"), Fill(text.Hans, blanks, "zh-Hans"), Fill(text.En, blanks, "en"));

    // A number of the catalogue is told with what it means.
    private static string Fill(string text, IReadOnlyList<string> blanks, string language) => string.Format(
        CountedWords.Provider, text,
        [.. blanks.Select(object (blank) => ErrorCatalogue.All.TryGetValue(blank, out var known) ? $"{known.Title.In(language)} ({blank})" : blank)]);
}

using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the page about one change of trust says.</summary>
internal static class ChangeFactsText
{
    public static LocalizedText Details { get; } = new("影響及預演", "影响及预演", "Effects and rehearsal");

    public static LocalizedText Rehearsal { get; } = new("預演：這項變更會帶來甚麼", "预演：此项变更会带来什么", "Rehearsal: what this change would do");

    public static LocalizedText RehearsalEnd { get; } = new("預演：現在還原會帶來甚麼", "预演：现在还原会带来什么", "Rehearsal: what rolling it back now would do");

    public static LocalizedText How { get; } = new(
        "系統以過去 {0} 日的 {1} 次核實紀錄（不含個人資料），按變更後的信任名單重新核實。", "系统以过去 {0} 天的 {1} 次核验记录（不含个人数据），按变更后的信任列表重新核验。",
        "The {1} {1:verification|verifications} of the last {0} {0:day|days} (no personal data) {1:was|were} judged again, with the trust list as it would become.");

    public static LocalizedText InNumbers { get; } = new(
        "將結束 {0} 個登入，暫緩 {1} 宗遞送，{2} 次核實（{3}）會失敗。", "将结束 {0} 个登录，暂缓 {1} 件投递，{2} 次核验（{3}）会失败。",
        "It ends {0} {0:session|sessions}, holds back {1} {1:delivery|deliveries}, and {2} of the verifications ({3}) would be refused.");

    public static LocalizedText Nothing { get; } = new("過去的核實全部不受影響。", "过去的核验全部不受影响。", "Nothing of what was verified would break.");

    public static LocalizedText WouldHold { get; } = new("{0} 次曾被拒或會被拒的核實將會獲接納。", "{0} 次曾被拒或会被拒的核验将会被接受。", "{0} {0:verification that is|verifications that are} refused now would be accepted.");

    public static LocalizedText Days { get; } = new("回看日數", "回看天数", "Days to look back");

    public static LocalizedText Again { get; } = new("重新預演", "重新预演", "Rehearse again");

    public static LocalizedText WhoBreaks { get; } = new("會受影響的機構", "会受影响的机构", "Who would be affected");

    public static LocalizedText Kind { get; } = new("類別", "类别", "Kind");

    public static LocalizedText Who { get; } = new("機構", "机构", "Who");

    public static LocalizedText Home { get; } = new("身分提供者", "身份提供者", "Home provider");

    public static LocalizedText Department { get; } = new("部門", "部门", "Department");

    public static LocalizedText Directory { get; } = new("目錄", "目录", "Directory");

    public static LocalizedText RelyingParty { get; } = new("依賴方", "依赖方", "Relying party");

    public static LocalizedText Effects { get; } = new("生效後的影響", "生效后的影响", "What it did");

    public static LocalizedText Done { get; } = new(
        "已結束 {0} 個登入，暫緩 {1} 宗遞送，恢復 {2} 宗。", "已结束 {0} 个登录，暂缓 {1} 件投递，恢复 {2} 件。",
        "It ended {0} {0:session|sessions}, held back {1} {1:delivery|deliveries} and let {2} of them go again.");

    public static LocalizedText LastAcceptance { get; } = new("最後一次獲接納", "最后一次被接受", "Last accepted");

    public static LocalizedText Never { get; } = new("沒有紀錄", "没有记录", "Never, as far as is known");

    public static LocalizedText After { get; } = new("{0}（生效後 {1} 秒）", "{0}（生效后 {1} 秒）", "{0} ({1} s after it came in force)");

    public static LocalizedText Before { get; } = new("{0}（生效前）", "{0}（生效前）", "{0} (before it came in force)");

    public static LocalizedText Nodes { get; } = new("各節點何時採用這項變更", "各节点何时采用这项变更", "When each node took it over");

    public static LocalizedText Node { get; } = new("節點", "节点", "Node");

    public static LocalizedText Moment { get; } = new("時間", "时间", "Time");

    public static LocalizedText Seconds { get; } = new("生效後秒數", "生效后秒数", "Seconds after it came in force");

    public static LocalizedText Listed { get; } = new("已結束或暫緩的項目（最近 {0} 項）", "已结束或暂缓的项目（最近 {0} 项）", "What was ended or held back (the latest {0})");

    public static LocalizedText Reference { get; } = new("編號", "编号", "Number");

    public static LocalizedText Of(TrustEffectKind kind) => kind switch
    {
        TrustEffectKind.SessionEnded => SessionEnded,
        TrustEffectKind.DeliveryQuarantined => DeliveryQuarantined,
        _ => DeliveryReleased,
    };

    public static LocalizedText SessionEnded { get; } = new("登入已結束", "登录已结束", "Session ended");

    public static LocalizedText DeliveryQuarantined { get; } = new("遞送已暫緩", "投递已暂缓", "Delivery held back");

    public static LocalizedText DeliveryReleased { get; } = new("遞送已恢復", "投递已恢复", "Delivery let go again");
}

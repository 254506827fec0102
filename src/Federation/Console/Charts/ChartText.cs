using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages.Charts;

/// <summary>What stands on the home page of the console and in its charts.</summary>
internal static class ChartText
{
    public static LocalizedText NeedsYou { get; } = new("現在要處理的事", "现在要处理的事", "What needs an officer now");

    public static LocalizedText NothingNow { get; } = new("現在沒有要處理的事。", "现在没有要处理的事。", "Nothing needs you now.");

    public static LocalizedText OpenAlerts { get; } = new("項警示未確認", "项告警未确认", "alerts not acknowledged");

    public static LocalizedText WaitingChanges { get; } = new("項信任變更等候審批", "项信任变更等候审批", "changes of trust wait for another officer");

    public static LocalizedText Emergencies { get; } = new("項緊急撤銷等候覆核", "项紧急吊销等候复核", "emergencies wait for their review");

    public static LocalizedText ToConfirm { get; } = new("項變更等候確認，否則會自動還原", "项变更等候确认，否则将自动还原", "changes roll back by themselves unless confirmed");

    public static LocalizedText EndingSoon { get; } = new("張證書或密鑰於 30 日內到期", "张证书或密钥 30 天内到期", "certificates or keys end within 30 days");

    public static LocalizedText Laggards { get; } = new("個應用系統仍未取用新密鑰", "个应用系统尚未取用新密钥", "relying parties have not taken a new key yet");

    public static LocalizedText Timeline { get; } = new("未來一年到期的證書與密鑰", "未来一年到期的证书与密钥", "Certificates and keys that end within a year");

    public static LocalizedText TimelineDescription { get; } = new(
        "{0} 項，由最先到期的排起；詳見下表。", "{0} 项，由最先到期的排起；详见下表。", "{0} of them, the first to end on top; the table below has the dates.");

    public static LocalizedText NothingEnds { get; } = new("未來一年沒有證書到期。", "未来一年没有证书到期。", "No certificate ends within a year.");

    public static LocalizedText EndsOn { get; } = new("到期日", "到期日", "Ends on");

    public static LocalizedText DaysLeft { get; } = new("尚餘日數", "剩余天数", "Days left");

    public static LocalizedText Verdicts { get; } = new("七日內獲接受與被拒絕的簽署", "七天内被接受与被拒绝的签名", "Signatures accepted and refused in seven days");

    public static LocalizedText VerdictsDescription { get; } = new(
        "{2} 日內接受 {0} 次，拒絕 {1} 次；實色為接受，斜紋為拒絕。", "{2} 天内接受 {0} 次，拒绝 {1} 次；实色为接受，斜纹为拒绝。",
        "{0} accepted and {1} refused in {2} {2:day|days}; plain bars are accepted, striped ones refused.");

    public static LocalizedText Legend { get; } = new("實色：接受；斜紋：拒絕", "实色：接受；斜纹：拒绝", "Plain: accepted. Striped: refused.");

    public static LocalizedText Day { get; } = new("日期（UTC）", "日期（UTC）", "Day (UTC)");

    public static LocalizedText Accepted { get; } = new("接受", "接受", "Accepted");

    public static LocalizedText Refused { get; } = new("拒絕", "拒绝", "Refused");

    public static LocalizedText Reasons { get; } = new("拒絕的原因", "拒绝的原因", "Why they were refused");

    public static LocalizedText Party { get; } = new("一方", "一方", "Party");

    public static LocalizedText Graph { get; } = new("信任關係", "信任关系", "Who is trusted through which anchor");

    public static LocalizedText GraphDescription { get; } = new(
        "{1} 個地區的 {0} 個根證書；左起為地區、根證書、用途與依賴者。", "{1} 个地区的 {0} 个根证书；左起为地区、根证书、用途与依赖者。",
        "{0} anchors of {1} jurisdictions; from left to right the place, the anchor, and its purposes with those who rest on it.");

    public static LocalizedText Anchor { get; } = new("根證書", "根证书", "Anchor");

    public static LocalizedText Below { get; } = new("其下的機構", "其下的机构", "Authorities below it");

    public static LocalizedText RestOnIt { get; } = new("依賴者", "依赖者", "Who rests on it");

    public static LocalizedText AsTable { get; } = new("以表格顯示", "以表格显示", "As a table");
}

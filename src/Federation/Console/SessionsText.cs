using CrossBorder.Federation.Accounts.Sessions;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

internal static class SessionsText
{
    public static LocalizedText Title { get; } = new("市民的登入", "居民的登录", "Residents' sign-ins");

    public static LocalizedText Intro { get; } = new(
        "處理濫用：查出所報市民仍然有效的登入，並即時結束。結束後，其權杖全部失效，相關服務會收到通知。每次查看及結束均記入審計記錄。",
        "处理滥用：查找所报居民仍然有效的登录，并立即结束。结束后，其令牌全部失效，相关服务会收到通知。每次查看和结束均记入审计记录。",
        "For cases of abuse: find the open sign-ins of the resident in a report, and end them at once. All their tokens stop and the services are told. Every look and every end is recorded.");

    public static LocalizedText Report { get; } = new("報告所指的人", "报告所指的人", "Whom the report is about");

    public static LocalizedText Case { get; } = new("個案編號", "办件编号", "Case number");

    public static LocalizedText Or { get; } = new("或", "或", "or");

    public static LocalizedText Client { get; } = new("服務的用戶端編號（client_id）", "服务的客户端编号（client_id）", "The service's client id");

    public static LocalizedText Subject { get; } = new("該服務的用戶識別碼（sub）", "该服务的用户标识（sub）", "The subject (sub) at that service");

    public static LocalizedText Reason { get; } = new("原因", "原因", "Reason");

    public static LocalizedText Look { get; } = new("查看登入", "查看登录", "Show the sign-ins");

    public static LocalizedText Open { get; } = new("有效的登入：{0}", "有效的登录：{0}", "Open sign-ins: {0}");

    public static LocalizedText Ended { get; } = new("已結束 {0} 次登入。", "已结束 {0} 次登录。", "Sign-ins ended: {0}.");

    public static LocalizedText Started { get; } = new("登入時間", "登录时间", "Signed in");

    public static LocalizedText Seen { get; } = new("最近使用", "最近使用", "Last used");

    public static LocalizedText Device { get; } = new("裝置", "设备", "Device");

    public static LocalizedText Home { get; } = new("登入平台及核實程度", "登录平台及核验等级", "Home and assurance");

    public static LocalizedText Services { get; } = new("用過的服務", "用过的服务", "Services used");

    public static LocalizedText End { get; } = new("結束這次登入", "结束此次登录", "End this sign-in");

    public static LocalizedText EndAll { get; } = new("結束全部登入", "结束全部登录", "End all of them");

    public static LocalizedText Of(EndReason reason) => reason switch
    {
        EndReason.ResidentAsked => new("市民親身要求（已核對身份）", "居民本人要求（已核对身份）", "The resident asked, identity checked"),
        EndReason.DeviceLost => new("裝置遺失或被盜", "设备遗失或被盗", "A device was lost or stolen"),
        EndReason.AbuseReported => new("服務或登入平台報告濫用", "服务或登录平台报告滥用", "A service or the home reported abuse"),
        _ => throw new InvalidOperationException($"No such reason: {reason}"),
    };
}

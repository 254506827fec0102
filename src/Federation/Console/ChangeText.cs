using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the pages about changes of trust say.</summary>
internal static class ChangeText
{
    public static LocalizedText Changes { get; } = new("信任變更", "信任变更", "Changes of trust");

    public static LocalizedText New { get; } = new("提出變更", "提出变更", "Propose a change");

    public static LocalizedText OutOfTrust { get; } = new("目前不獲信任", "目前不受信任", "Out of trust at present");

    public static LocalizedText None { get; } = new("未有任何變更。", "暂无任何变更。", "There are no changes.");

    public static LocalizedText Reason { get; } = new("理由", "理由", "Reason");

    public static LocalizedText Certificate { get; } = new("證書", "证书", "Certificate");

    public static LocalizedText State { get; } = new("狀態", "状态", "State");

    public static LocalizedText ProposedBy { get; } = new("提出者", "提出者", "Proposed by");

    public static LocalizedText DecidedBy { get; } = new("審批者", "审批者", "Decided by");

    public static LocalizedText ConfirmedBy { get; } = new("確認者", "确认者", "Confirmed by");

    public static LocalizedText BeginsNow { get; } = new("會在數秒內生效，請重新載入。", "将在数秒内生效，请重新加载。", "It takes effect within seconds: load the page again.");

    public static LocalizedText EndedBy { get; } = new("結束者", "结束者", "Ended by");

    public static LocalizedText Since { get; } = new("生效時間", "生效时间", "In force since");

    public static LocalizedText ConfirmBy { get; } = new("須於此時前確認，否則自動還原", "须于此时前确认，否则自动还原", "Rolls back by itself unless confirmed by");

    public static LocalizedText Emergency { get; } = new("緊急撤銷，須由另一位主任覆核", "紧急吊销，须由另一位安全主管复核", "Emergency, to be reviewed by another officer");

    public static LocalizedText FreshCode { get; } = new("新的驗證碼", "新的验证码", "A fresh code");

    public static LocalizedText Approve { get; } = new("批准", "批准", "Approve");

    public static LocalizedText Refuse { get; } = new("拒絕", "拒绝", "Refuse");

    public static LocalizedText Withdraw { get; } = new("撤回", "撤回", "Withdraw");

    public static LocalizedText Confirm { get; } = new("確認保留", "确认保留", "Confirm: it stays");

    public static LocalizedText RollBack { get; } = new("還原", "还原", "Roll back");

    public static LocalizedText Waiting { get; } = new("等候處理", "等待处理", "Still to be decided");

    public static LocalizedText Concluded { get; } = new("已了結", "已了结", "Concluded");

    public static LocalizedText Older { get; } = new("較早的變更", "更早的变更", "Older changes");

    public static LocalizedText YourDecision { get; } = new("您的決定", "您的决定", "Your decision");

    public static LocalizedText IfApproved { get; } = new("如果您批准", "如果您批准", "If you approve it");

    public static LocalizedText IfRolledBack { get; } = new("如果您還原", "如果您还原", "If you roll it back");

    public static LocalizedText BeginsAtOnce { get; } = new("批准後數秒內在所有節點生效。", "批准后数秒内在所有节点生效。", "It takes effect on every node within seconds.");

    public static LocalizedText BeginsLater { get; } = new("批准後，於 {0} 自動生效。", "批准后，于 {0} 自动生效。", "It takes effect by itself at {0}.");

    public static LocalizedText ThenConfirm { get; } = new("生效後 {0} 分鐘內無人確認，便會自動還原。", "生效后 {0} 分钟内无人确认，便会自动还原。", " Unless somebody confirms it within {0} {0:minute|minutes} after that, it rolls back by itself.");

    public static LocalizedText What { get; } = new("要做甚麼", "要做什么", "What is to happen");


    public static LocalizedText NameHint { get; } = new("人員怎樣稱呼它，例如「人社廳回執 2026」", "人员如何称呼它，例如“人社厅回执 2026”", "What officers will call it, such as “HRSS receipts 2026”");

    public static LocalizedText JurisdictionHint { get; } = new(
        "根證書填地區代碼，例如 HK；中間機構留空", "根证书填地区代码，例如 HK；中间机构留空", "Of a root its code, such as HK; empty for an intermediate authority");

    public static LocalizedText ReasonHint { get; } = new("10 至 1000 字，另一位主任據此審批", "10 至 1000 字，另一位安全主管据此审批", "10 to 1000 characters: another officer decides by it");

    public static LocalizedText Window { get; } = new("確認期限（分鐘，可留空）", "确认期限（分钟，可留空）", "Minutes to confirm it in (may be empty)");

    public static LocalizedText Look { get; } = new("先看清楚", "先看清楚", "Look at it first");

    public static LocalizedText IsThisIt { get; } = new("請先核對這張證書", "请先核对此证书", "Is this the certificate?");

    public static LocalizedText Warnings { get; } = new("請留意", "请留意", "Take note");


    public static LocalizedText NoAuthority { get; } = new("不是認證機構的證書。", "不是认证机构的证书。", "It is no certificate of an authority.");

    public static LocalizedText Propose { get; } = new("提出", "提出", "Propose it");

    public static LocalizedText RevokeNow { get; } = new("立即撤銷", "立即吊销", "Revoke it now");

    public static LocalizedText EmergencyWarning { get; } = new(
        "所有節點會在數秒內停止信任這張證書及其下的所有證書。只有另一位主任可以還原。", "所有节点会在数秒内停止信任此证书及其下的所有证书。只有另一位安全主管可以还原。",
        "Within seconds every node stops trusting this certificate and everything below it. Only another officer can take that back.");

    public static LocalizedText TypeThis { get; } = new("請輸入「{0}」以確認", "请输入“{0}”以确认", "Type “{0}” to go on");


    public static LocalizedText EmergencyKind { get; } = new("緊急：立即撤銷", "紧急：立即吊销", "Emergency: revoke at once");

    public static LocalizedText Kind(TrustChangeKind kind) => kind switch
    {
        TrustChangeKind.Admit => KindAdmit,
        TrustChangeKind.Suspend => KindSuspend,
        TrustChangeKind.Resume => KindResume,
        _ => KindRevoke,
    };

    public static LocalizedText KindAdmit { get; } = new("加入證書", "加入证书", "Admit a certificate");

    public static LocalizedText KindSuspend { get; } = new("暫停信任", "暂停信任", "Suspend a certificate");

    public static LocalizedText KindResume { get; } = new("恢復信任", "恢复信任", "Resume a certificate");

    public static LocalizedText KindRevoke { get; } = new("撤銷（不可恢復）", "吊销（不可恢复）", "Revoke a certificate for good");

    public static LocalizedText Of(TrustChangeState state) => state switch
    {
        TrustChangeState.Proposed => StateProposed,
        TrustChangeState.Approved => StateApproved,
        TrustChangeState.InForce => StateInForce,
        TrustChangeState.Confirmed => StateConfirmed,
        TrustChangeState.Refused => StateRefused,
        TrustChangeState.Withdrawn => StateWithdrawn,
        _ => StateRolledBack,
    };

    public static LocalizedText StateProposed { get; } = new("等候另一位主任審批", "等候另一位安全主管审批", "Waits for another officer");

    public static LocalizedText StateApproved { get; } = new("已批准，等候生效", "已批准，等候生效", "Approved, waits for its time");

    public static LocalizedText StateInForce { get; } = new("生效中，等候確認", "生效中，等候确认", "In force, waits to be confirmed");

    public static LocalizedText StateConfirmed { get; } = new("生效", "生效", "In force");

    public static LocalizedText StateRefused { get; } = new("已拒絕", "已拒绝", "Refused");

    public static LocalizedText StateWithdrawn { get; } = new("已撤回", "已撤回", "Withdrawn");

    public static LocalizedText StateRolledBack { get; } = new("已還原", "已还原", "Rolled back");
}

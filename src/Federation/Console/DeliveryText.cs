using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Resilience;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The words of the page on which operators look after departments.</summary>
internal static class DeliveryText
{
    private static readonly Dictionary<DeliveryStatus, LocalizedText> States = new()
    {
        [DeliveryStatus.Queued] = new("等待送出", "等待发送", "Queued"),
        [DeliveryStatus.Sent] = new("已送出", "已发送", "Sent"),
        [DeliveryStatus.Accepted] = new("已受理", "已受理", "Accepted"),
        [DeliveryStatus.Rejected] = new("不受理", "不予受理", "Rejected"),
        [DeliveryStatus.Forwarded] = new("已轉交", "已转交", "Forwarded"),
        [DeliveryStatus.Withdrawn] = new("已撤回", "已撤回", "Withdrawn"),
        [DeliveryStatus.Waiting] = new("等前一項受理", "等前一项受理", "Waits for the step before it"),
        [DeliveryStatus.Quarantined] = new("因信任變更暫停", "因信任变更暂停", "Held after a change of trust"),
    };

    public static LocalizedText ByDepartment { get; } = new("各部門數目", "各部门数量", "How many, by department");

    public static LocalizedText Circuits { get; } = new("未正常接收的部門", "未正常接收的部门", "Departments to which not everything flows");

    public static LocalizedText AllFlows { get; } = new("所有部門接收正常。", "所有部门接收正常。", "Everything flows to every department.");

    public static LocalizedText Since { get; } = new("開始時間", "开始时间", "Since");

    public static LocalizedText NextCanary { get; } = new("下次試送", "下次试投", "Next trial delivery");

    public static LocalizedText Failures { get; } = new("連續失敗", "连续失败", "Failures in a row");

    public static LocalizedText Open { get; } = new("只作試送", "仅试投", "Trial deliveries only");

    public static LocalizedText Recovering { get; } = new("逐步恢復", "逐步恢复", "Recovering step by step");

    public static LocalizedText Maintenance { get; } = new("維護時段", "维护时段", "Maintenance windows");

    public static LocalizedText MaintenanceLead { get; } = new(
        "時段內不會向部門遞送，也不計嘗試次數；申請人會在個案頁面看到恢復時間。時段完結後自動恢復。",
        "时段内不向部门投递，也不计尝试次数；申请人会在办件页面看到恢复时间。时段结束后自动恢复。",
        "Within it nothing is handed over and no attempt is counted; residents see on their case until when. It ends by itself.");

    public static LocalizedText NoMaintenance { get; } = new("沒有已預告的維護。", "没有已预告的维护。", "None is announced.");

    public static LocalizedText Announce { get; } = new("預告維護時段", "预告维护时段", "Announce maintenance");

    public static LocalizedText From { get; } = new("開始（UTC）", "开始（UTC）", "From (UTC)");

    public static LocalizedText Until { get; } = new("結束（UTC）", "结束（UTC）", "Until (UTC)");

    public static LocalizedText Reason { get; } = new("原因（只供人員查看）", "原因（仅供人员查看）", "Reason (officers alone read it)");

    public static LocalizedText UnderWay { get; } = new("進行中", "进行中", "Under way");

    public static LocalizedText EndNow { get; } = new("立即結束維護", "立即结束维护", "End it now");

    public static LocalizedText By { get; } = new("操作人員", "操作人员", "By");

    public static LocalizedText DeadLetters { get; } = new("長期未能送達", "长期未能投递", "Dead letters");

    /// <summary>{0}: attempts. {1}: hours.</summary>
    public static LocalizedText DeadLettersLead { get; } = new(
        "已嘗試 {0} 次或等候超過 {1} 小時的申請。系統仍會繼續嘗試，不會丟棄。", "已尝试 {0} 次或等候超过 {1} 小时的申请。系统仍会继续尝试，不会丢弃。",
        "Tried {0} {0:time|times} or waiting for more than {1} {1:hour|hours}. They are still tried, and never dropped.");

    public static LocalizedText NoDeadLetters { get; } = new("沒有長期未能送達的申請。", "没有长期未能投递的申请。", "There are none.");

    public static LocalizedText WhatToDo { get; } = new("處理方法", "处理办法", "What to do");

    public static LocalizedText Cases { get; } = new("涉及個案", "涉及办件", "Cases");

    public static LocalizedText OldestWaits { get; } = new("最早一份已等候", "最早一份已等候", "The oldest has waited");

    /// <summary>{0}: whole hours. {1}: minutes.</summary>
    public static LocalizedText HoursMinutes { get; } = new("{0} 小時 {1} 分鐘", "{0} 小时 {1} 分钟", "{0} h {1} min");

    public static LocalizedText Waiting { get; } = new("收到時間", "收到时间", "Queued");

    public static LocalizedText ShowOldest { get; } = new("查看最早的申請", "查看最早的申请", "Show the oldest");

    public static LocalizedText RedriveOne { get; } = new("立即重送", "立即重新投递", "Send again now");

    /// <summary>{0}: how many.</summary>
    public static LocalizedText RedriveAll { get; } = new("重送這 {0} 份", "重新投递这 {0} 份", "Send all {0} again");

    /// <summary>{0}: the department's slug.</summary>
    public static LocalizedText TypeName { get; } = new("請輸入部門代號「{0}」以確認", "请输入部门代号“{0}”以确认", "Type the department’s name, “{0}”, to confirm");

    public static LocalizedText Redrives { get; } = new("最近的重送", "最近的重新投递", "Latest re-drives");

    public static LocalizedText Total { get; } = new("總數", "总数", "All");

    public static LocalizedText Tried { get; } = new("已嘗試", "已尝试", "Tried");

    public static LocalizedText Concluded { get; } = new("已獲回執", "已获回执", "Receipt verified");

    public static LocalizedText FailedAgain { get; } = new("再次失敗", "再次失败", "Failed again");

    public static LocalizedText LookAgain { get; } = new("更新進度", "刷新进度", "Look again");

    public static LocalizedText Of(CircuitState state) => state == CircuitState.Open ? Open : Recovering;

    public static LocalizedText Of(DeliveryStatus status) => States[status];
}

namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>The cause of a delivery that waits although nothing was answered to it: never tried, or nobody signed for it.</summary>
    public static ErrorDescriptor DeliveryUnanswered { get; } = new("CB5110", 503,
        new("部門尚未有任何回覆", "部门尚未有任何答复", "The department has answered nothing yet"),
        new("如部門正停止接收，先按試送的原因處理；如由部門自行領取，請通知其負責人。", "如部门处于试投状态，先按试投的原因处理；如由部门自行领取，请通知其负责人。",
            "If its circuit is open, see to the cause of the trial deliveries; if the department fetches by itself, tell its duty officer."));

    /// <summary>A maintenance window whose moments or reason do not do.</summary>
    public static ErrorDescriptor MaintenanceMalformed { get; } = new("CB5111", 422,
        new("維護時段填寫有誤", "维护时段填写有误", "The maintenance window does not hold"),
        new("請填寫開始和結束時間（最長 14 日，結束須在現在之後）及原因。", "请填写开始和结束时间（最长 14 天，结束须晚于现在）及原因。",
            "Give a beginning, an end after now and within 14 days of it, and a reason."));

    /// <summary>A maintenance window that is over or never was.</summary>
    public static ErrorDescriptor MaintenanceUnknown { get; } = new("CB5112", 404,
        new("沒有這個維護時段", "没有该维护时段", "There is no such maintenance window"),
        new("它可能已經結束；請重新載入頁面。", "它可能已结束，请重新加载页面。", "It may have ended already: load the page again."));

    /// <summary>The typed name is not that of the department whose deliveries would be sent again.</summary>
    public static ErrorDescriptor RedriveNameDiffers { get; } = new("CB5114", 422,
        new("輸入的部門代號不符", "输入的部门代号不符", "The typed name is not this department’s"),
        new("請核對部門，再照樣輸入其代號。", "请核对部门，再照样输入其代号。", "Make sure that it is the department you mean, and type its name as shown."));

    /// <summary>What was to be sent again does not wait any more.</summary>
    public static ErrorDescriptor NothingToRedrive { get; } = new("CB5115", 409,
        new("沒有可重送的申請", "没有可重新投递的申请", "Nothing is left to send again"),
        new("它們可能已送達；請重新載入頁面。", "它们可能已投递成功，请重新加载页面。", "It may have arrived meanwhile: load the page again."));
}

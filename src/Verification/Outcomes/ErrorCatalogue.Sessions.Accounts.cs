namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>The sign-in that somebody wants to end does not live, or is another resident's.</summary>
    public static ErrorDescriptor LiveSessionUnknown { get; } = new("CB7030", 404,
        new("這次登入已經結束", "此次登录已经结束", "This sign-in is already over"),
        new("請重新載入頁面，查看仍然有效的登入。", "请刷新页面，查看仍然有效的登录。", "Load the page again to see the sign-ins that are still open."));

    /// <summary>An officer looks at or ends sign-ins and does not say why.</summary>
    public static ErrorDescriptor SessionEndReasonMissing { get; } = new("CB7031", 422,
        new("請選擇原因", "请选择原因", "Choose a reason"),
        new("查看或結束市民的登入，必須記下原因。", "查看或结束居民的登录，必须记录原因。", "Why a resident's sign-ins are looked at or ended is always recorded."));

    /// <summary>What was reported leads to no resident.</summary>
    public static ErrorDescriptor ReportedResidentUnknown { get; } = new("CB7032", 404,
        new("找不到所報的市民", "找不到所报的居民", "The report leads to nobody"),
        new("請核對個案編號，或服務名稱及其用戶識別碼（sub），須完全一致。", "请核对办件编号，或服务名称及其用户标识（sub），须完全一致。", "Check the case number, or the service and its subject (sub), letter by letter."));
}

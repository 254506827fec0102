namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>An exported audit log, or a checkpoint of it, cannot be read.</summary>
    public static ErrorDescriptor AuditMalformed { get; } = new("CB3070", 400,
        new("審計日誌檔案格式有誤", "审计日志文件格式有误", "The audit log is malformed"),
        new("請重新匯出審計日誌。", "请重新导出审计日志。", "Export the log again."));

    /// <summary>An entry of the audit log is missing, out of place, or not the one that was linked.</summary>
    public static ErrorDescriptor AuditLinkBroken { get; } = new("CB3071", 422,
        new("審計日誌的鏈接中斷", "审计日志的链接中断", "The chain of the audit log is broken"),
        new("請保留現有資料，並通知審計人員。", "请保留现有数据，并通知审计人员。", "Keep everything as it is and tell the auditor."));

    /// <summary>The entries of the audit log are not those that a signed checkpoint speaks of.</summary>
    public static ErrorDescriptor CheckpointDisagrees { get; } = new("CB3072", 422,
        new("審計日誌與已簽署的檢查點不符", "审计日志与已签署的检查点不符", "The audit log is not what was signed"),
        new("請保留現有資料，並通知審計人員。", "请保留现有数据，并通知审计人员。", "Keep everything as it is and tell the auditor."));
}

namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>There is no alert of that number.</summary>
    public static ErrorDescriptor AlertUnknown { get; } = new("CB6140", 404,
        new("找不到這項警示", "找不到此告警", "There is no such alert"),
        new("請重新打開警示頁；已結束的警示會保留 90 日。", "请重新打开告警页；已结束的告警保留 90 天。", "Open the alerts page again. Alerts that ended are kept for 90 days."));

    /// <summary>An alert that has ended or was acknowledged already.</summary>
    public static ErrorDescriptor AlertNotNow { get; } = new("CB6141", 409,
        new("這項警示已有人處理或已結束", "此告警已有人处理或已结束", "This alert was acknowledged already, or has ended"),
        new("請重新打開警示頁查看最新情況。", "请重新打开告警页查看最新情况。", "Open the alerts page again to see how it stands."));

    /// <summary>What should hold a witness's checkpoints holds none.</summary>
    public static ErrorDescriptor WitnessEmpty { get; } = new("CB6142", 422,
        new("找不到見證方保存的檢查點", "找不到见证方保存的检查点", "The witness keeps no checkpoint there"),
        new("請檢查路徑；如檔案不見了，請視為事故處理。", "请检查路径；如文件不见了，请按事故处理。", "Check the path. If the files are gone, treat it as an incident."));

    /// <summary>A revocation list that no setting names was to be fetched.</summary>
    public static ErrorDescriptor RevocationListUnknown { get; } = new("CB6143", 404,
        new("設定中沒有這個吊銷資料來源", "设置中没有此吊销信息来源", "No setting names this source of revocation"),
        new("請重新打開頁面，從列出的項目中選擇。", "请重新打开页面，从列出的项目中选择。", "Open the page again and choose one of those on it."));
}

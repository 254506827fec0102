namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>No mandate of that id waits for an officer.</summary>
    public static ErrorDescriptor MandateDecided { get; } = new("CB6166", 409,
        new("這項授權並非等候覆核", "此项授权不在等待复核", "This authorisation does not wait for a decision"),
        new("請重新整理列表。", "请刷新列表。", "Load the list again."));

    /// <summary>An officer's decision about a mandate says no reason.</summary>
    public static ErrorDescriptor MandateReasonMissing { get; } = new("CB6167", 422,
        new("請寫明理由", "请写明理由", "Say why"),
        new("請寫明看過哪些文件，10 至 1000 字。", "请写明查看了哪些文件，10 至 1000 字。", "Write which papers you saw, in 10 to 1000 characters."));
}

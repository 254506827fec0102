using CrossBorder.Federation.OpenIdConnect.Conformance;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Developers;

/// <summary>The words of the conformance page.</summary>
internal static class ConformanceText
{
    /// <summary>{0}: from. {1}: to.</summary>
    public static LocalizedText Lead { get; } = new(
        "按 {0} 至 {1} 的實際請求得出，只計次數，不含任何居民資料。修正後，下一次請求即會反映。",
        "按 {0} 至 {1} 的实际请求得出，只计次数，不含任何居民资料。修正后，下一次请求即会反映。",
        "Made of what was requested from {0} to {1}: counts, nothing about residents. What is mended shows at the next request.");

    /// <summary>{0}, {1}, {2}: how many of each.</summary>
    public static LocalizedText Summary { get; } = new("待辦 {0} 項 · 未見 {1} 項 · 完成 {2} 項", "待办 {0} 项 · 未见 {1} 项 · 完成 {2} 项", "{0} to do · {1} not seen yet · {2} done");

    /// <summary>{0}: good. {1}: bad.</summary>
    public static LocalizedText Counts { get; } = new("符合 {0} 次，不符合 {1} 次", "符合 {0} 次，不符合 {1} 次", "seen done {0} times, not done {1} times");

    public static LocalizedText Last { get; } = new("最近一次：", "最近一次：", "last seen ");

    public static LocalizedText Next { get; } = new("下一步：", "下一步：", "Next: ");

    public static LocalizedText Refusals { get; } = new("被拒絕的請求", "被拒绝的请求", "Refused requests");

    public static LocalizedText RefusalsHint { get; } = new(
        "包括任何人以此應用名義發出的請求，因此不影響以上結果。", "包括任何人以此应用名义发出的请求，因此不影响以上结果。",
        "Anybody may send requests in its name; so these don't count above.");

    public static LocalizedText NoRefusals { get; } = new("沒有。", "没有。", "There were none.");

    public static LocalizedText Code { get; } = new("代碼", "代码", "Code");

    public static LocalizedText Meaning { get; } = new("意思", "意思", "What it means");

    public static LocalizedText Times { get; } = new("次數", "次数", "Times");

    public static LocalizedText Export { get; } = new("下載為證據（JSON）", "下载为证据（JSON）", "Download as evidence (JSON)");

    public static LocalizedText Of(ConformanceVerdict verdict) => verdict switch
    {
        ConformanceVerdict.Done => new("完成", "完成", "Done"),
        ConformanceVerdict.ToDo => new("待辦", "待办", "To do"),
        _ => new("未見", "未见", "Not seen yet"),
    };
}

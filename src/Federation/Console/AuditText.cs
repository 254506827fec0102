using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the auditor's pages say.</summary>
internal static class AuditText
{
    public static LocalizedText ActorHint { get; } = new(
        "人員名稱、參考，或 officer、resident、client、department、hub", "人员名称、引用，或 officer、resident、client、department、hub",
        "An officer's name, a reference, or officer, resident, client, department, hub");

    public static LocalizedText Subject { get; } = new("對象的參考", "对象的引用", "Reference of what it is about");

    public static LocalizedText From { get; } = new("由（UTC 日期）", "从（UTC 日期）", "From (day in UTC)");

    public static LocalizedText To { get; } = new("至（包括當日）", "至（包括当日）", "Until (that day included)");

    public static LocalizedText Export { get; } = new("匯出以上篩選結果（JSON Lines，附證明）", "导出以上筛选结果（JSON Lines，附证明）", "Export what is filtered (JSON Lines, with proofs)");

    public static LocalizedText ExportHint { get; } = new(
        "每項附有已簽署檢查點的證明；任何人可用 audit verify 離線核實。匯出會記入審計記錄。", "每项附有已签名检查点的证明；任何人可用 audit verify 离线核实。导出会记入审计记录。",
        "Each entry comes with its proof in the signed checkpoint: anybody verifies it offline with audit verify. The export is itself recorded.");

    public static LocalizedText Evidence { get; } = new("個案證據", "案件证据", "Evidence of a case");

    public static LocalizedText CaseNumber { get; } = new("個案編號", "案件编号", "Case number");

    public static LocalizedText Download { get; } = new("下載證據", "下载证据", "Download the evidence");

    public static LocalizedText EvidenceHint { get; } = new(
        "證據載有居民的個人資料。誰在何時下載，會記入審計記錄。任何人可用 evidence verify 離線核實。", "证据包含居民的个人信息。谁在何时下载，会记入审计记录。任何人可用 evidence verify 离线核实。",
        "The package holds the resident's personal data. Who downloads it and when is written to the audit log. Anybody verifies it offline with evidence verify.");
}

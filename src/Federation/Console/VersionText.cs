using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The words of the pages about versions of the catalogue.</summary>
internal static class VersionText
{
    public static LocalizedText Title { get; } = new("事項目錄", "事项目录", "Catalogue of items");

    public static LocalizedText Lead { get; } = new(
        "營運員匯入新版本，保安主任檢視變更後發布。已提交的個案沿用提交時的版本。", "运维员导入新版本，安全主管查看变更后发布。已提交的案件沿用提交时的版本。",
        "An operator imports a new version; a security officer looks at what it changes and publishes it. Cases keep the version that they were filed under.");

    public static LocalizedText Import { get; } = new("匯入草擬版本", "导入草稿", "Import a draft");

    public static LocalizedText File { get; } = new("目錄檔案（JSON）", "目录文件（JSON）", "Catalogue file (JSON)");

    public static LocalizedText Versions { get; } = new("所有版本", "所有版本", "All versions");

    public static LocalizedText Version { get; } = new("版本", "版本", "Version");

    public static LocalizedText State { get; } = new("狀態", "状态", "State");

    public static LocalizedText EffectiveFrom { get; } = new("生效時間", "生效时间", "In force from");

    public static LocalizedText OnPublication { get; } = new("發布後即時", "发布后立即", "As soon as it is published");

    public static LocalizedText ImportedBy { get; } = new("匯入者", "导入者", "Imported by");

    public static LocalizedText PublishedBy { get; } = new("發布者", "发布者", "Published by");

    public static LocalizedText WithdrawnBy { get; } = new("撤回者", "撤回者", "Withdrawn by");

    public static LocalizedText Digest { get; } = new("檔案摘要", "文件摘要", "Digest of the file");

    public static LocalizedText Publish { get; } = new("發布這個版本", "发布该版本", "Publish this version");

    public static LocalizedText Withdraw { get; } = new("撤回這個版本", "撤回该版本", "Withdraw this version");

    /// <summary>{0}: the version that it follows on.</summary>
    public static LocalizedText Changes { get; } = new("與版本 {0} 相比的變更", "与版本 {0} 相比的变更", "What it changes of version {0}");

    public static LocalizedText NoChanges { get; } = new("沒有變更。", "没有变更。", "It changes nothing.");

    public static LocalizedText Attention { get; } = new("請留意", "请注意", "To be known before it is published");

    public static LocalizedText Shares { get; } = new("免填免交的比例", "免填免交的比例", "What residents are spared");

    public static LocalizedText Before { get; } = new("現時", "变更前", "Before");

    public static LocalizedText After { get; } = new("發布後", "变更后", "After");

    public static LocalizedText Filled { get; } = new("自動填寫的欄位", "自动填写的字段", "Fields filled in");

    public static LocalizedText Waived { get; } = new("免交的材料", "免交的材料", "Materials waived");

    public static LocalizedText What { get; } = new("內容", "内容", "What");

    public static LocalizedText Nothing { get; } = new("（無）", "（无）", "(nothing)");

    private static readonly Dictionary<string, LocalizedText> Facts = new(StringComparer.Ordinal)
    {
        ["name"] = new("名稱", "名称", "Name"),
        ["department"] = new("部門", "部门", "Department"),
        ["audience"] = new("服務對象", "服务对象", "Audience"),
        ["region"] = new("適用地區", "适用地区", "Region"),
        ["requiredLoa"] = new("身份核實程度", "身份核验等级", "Assurance needed"),
        ["online"] = new("網上申辦", "网上申办", "Online"),
        ["bundle"] = new("所屬一件事", "所属一件事", "Bundle"),
        ["items"] = new("包含的事項", "包含事项", "Items"),
        ["keywords"] = new("搜尋用詞", "搜索词", "Search words"),
        ["terms"] = new("答覆／決定的工作日數", "答复／办结工作日", "Working days to answer / decide"),
        ["document"] = new("材料", "材料", "Material"),
        ["field"] = new("表格欄位", "表单字段", "Form field"),
        ["waivableBy"] = new("免交方式", "免交方式", "Waived by"),
        ["deferDays"] = new("容缺補交日數", "容缺补交天数", "Days to hand it in later"),
        ["commitment"] = new("告知承諾內容", "告知承诺内容", "Commitment to sign"),
        ["signing"] = new("簽署方式", "签署方式", "How it is signed"),
        ["proactive"] = new("免申即享規則", "免申即享规则", "When it is offered unasked"),
    };

    /// <summary>What a fact of <see cref="EntryFacts"/> is, and of which key or language.</summary>
    public static (LocalizedText Label, string Key) OfFact(string what)
    {
        var end = what.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? (Facts[what], "") : (Facts[what[..end]], what[(end + 1)..]);
    }

    /// <summary>{0}: how many.</summary>
    public static LocalizedText Running { get; } = new("辦理中的個案：{0}", "办理中的案件：{0}", "Cases under way: {0}");

    public static LocalizedText Of(CatalogueHead head, DateTimeOffset now) => head.State switch
    {
        CatalogueVersionState.Draft => new("草擬", "草稿", "Draft"),
        CatalogueVersionState.Withdrawn => new("已撤回", "已撤回", "Withdrawn"),
        _ when head.EffectiveFrom > now => new("已發布，尚未生效", "已发布，尚未生效", "Published, not in force yet"),
        _ => new("已發布", "已发布", "Published"),
    };

    public static LocalizedText InForce { get; } = new("現正生效", "现行有效", "In force now");

    public static LocalizedText Of(PartKind part) => part switch
    {
        PartKind.Item => new("事項", "事项", "Item"),
        PartKind.Bundle => new("一件事", "一件事", "Bundle"),
        PartKind.Material => new("材料", "材料", "Material"),
        _ => new("部門", "部门", "Department"),
    };

    public static LocalizedText Of(PartChangeKind kind) => kind switch
    {
        PartChangeKind.Added => new("新增", "新增", "Added"),
        PartChangeKind.Removed => new("移除", "移除", "Removed"),
        _ => new("更改", "更改", "Changed"),
    };

    /// <summary>{0}: the item or bundle, {1}: a number of cases, a department or a setting.</summary>
    public static LocalizedText Of(CatalogueConcernKind kind) => kind switch
    {
        CatalogueConcernKind.RemovedWithCases => new(
            "{0} 會被移除，但仍有 {1} 宗個案辦理中；它們會按原版本辦完。", "{0} 将被移除，但仍有 {1} 件案件办理中；它们将按原版本办完。",
            "{0} goes, while {1} {1:case|cases} of it {1:is|are} under way; {1:it is|they are} finished under {1:its|their} own version."),
        CatalogueConcernKind.NoChannel => new(
            "{0} 可網上申辦，但部門 {1} 未接入，申請會一直等候。", "{0} 可网上申办，但部门 {1} 尚未接入，申请将一直等待。",
            "{0} can be filed online, but nothing connects department {1}: its applications would wait."),
        _ => new(
            "{0} 會被移除，但設定 {1} 仍載有它的期限；請在下次重新啟動前刪去。", "{0} 将被移除，但设置 {1} 仍有其期限；请在下次重启前删去。",
            "{0} goes, but the settings ({1}) still give it terms: take them out before the next restart."),
    };
}

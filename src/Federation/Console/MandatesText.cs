using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

internal static class MandatesText
{
    public static LocalizedText Title { get; } = new("親子代辦覆核", "亲子代办复核", "Parents to confirm");

    public static LocalizedText Intro { get; } = new(
        "登記系統未能證明以下親子關係。請核對雙方身分證件及出生證明正本後決定。", "登记系统未能证明以下亲子关系。请核对双方身份证件及出生证明原件后决定。",
        "The register does not show that these are parent and child. Decide with the identity documents of both and the original birth certificate before you.");

    public static LocalizedText None { get; } = new("沒有等候覆核的授權。", "没有等待复核的授权。", "Nothing waits.");

    public static LocalizedText Done { get; } = new("已記錄決定。", "决定已记录。", "Your decision is kept.");

    public static LocalizedText Reference { get; } = new("編號", "编号", "Reference");

    public static LocalizedText Relation { get; } = new("關係", "关系", "Relation");

    public static LocalizedText Principal { get; } = new("子女", "子女", "Child");

    public static LocalizedText Agent { get; } = new("父母", "父母", "Parent");

    public static LocalizedText AcceptedAt { get; } = new("接受時間", "接受时间", "Accepted");

    public static LocalizedText Look { get; } = new("查看姓名及出生日期以作核對", "查看姓名和出生日期以便核对", "Show names and birth dates to compare");

    public static LocalizedText Compare { get; } = new("請與證件核對", "请与证件核对", "Compare with their papers");

    public static LocalizedText Born { get; } = new("出生日期", "出生日期", "born on");

    public static LocalizedText NotKept { get; } = new("沒有保存，請以證件為準", "未保存，请以证件为准", "Not kept: go by the papers");

    public static LocalizedText Reason { get; } = new("看過哪些文件（不要寫證件號碼）", "查看了哪些材料（不要写证件号码）", "Which papers you saw (no numbers)");

    public static LocalizedText Confirm { get; } = new("確認親子關係", "确认亲子关系", "Confirm");

    public static LocalizedText EndOne { get; } = new("終止生效中的代辦授權", "终止生效中的代办授权", "End one that is in force");

    public static LocalizedText WhyEnd { get; } = new("理由（例如法定代表人已變更）", "理由（例如法定代表人已变更）", "Why, for example because the legal representative has changed");

    public static LocalizedText End { get; } = new("即時終止", "立即终止", "End it at once");

    public static LocalizedText Refuse { get; } = new("不能確認，結束授權", "不能确认，结束授权", "Cannot confirm, end it");
}

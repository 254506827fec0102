using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

internal static class SharesText
{
    public static LocalizedText Title { get; } = new("免填免交比例", "免填免交比例", "What residents are spared");

    /// <summary>{0}: share of fields, {1}: share of materials.</summary>
    public static LocalizedText Lead { get; } = new(
        "整個服務目錄：{0} 的欄位由平台代填，{1} 的文件免交。", "整个事项目录：{0} 的字段由平台代填，{1} 的材料免提交。",
        "Over the whole catalogue {0} of fields are filled in, and {1} of materials need not be handed in.");

    public static LocalizedText How { get; } = new(
        "按最佳情況計算：登入平台提供全部資料，登記庫備有全部電子證照。以承諾代替算作免交；稍後補交不算。",
        "按最佳情况计算：登录平台提供全部信息，证照库备有全部电子证照。以告知承诺代替计为免提交；容缺后补不计入。",
        "The best case: the home gives every claim, the registry has every licence. A commitment counts as waived; what may follow later does not.");

    public static LocalizedText Left { get; } = new("仍須提交的文件", "仍须提交的材料", "What is left to hand in");

    /// <summary>{0}: all, {1}: those that may follow, {2}: those at once.</summary>
    public static LocalizedText LeftLead { get; } = new(
        "共 {0} 份：{1} 份可稍後補交，{2} 份須即時提交。沒有登記庫以電子證照備有這些文件，承諾亦不能代替。",
        "共 {0} 份：{1} 份可容缺后补，{2} 份须当场提交。没有证照库以电子证照备有这些材料，告知承诺也不能代替。",
        "{0} in all: {1} may follow later, {2} are needed at once. No registry holds them as licences, and a commitment does not replace them.");

    public static LocalizedText Material { get; } = new("文件", "材料", "Material");

    public static LocalizedText Items { get; } = new("服務數目", "事项数", "Items");

    public static LocalizedText Later { get; } = new("可否補交", "可否后补", "May follow");

    /// <summary>{0}: working days.</summary>
    public static LocalizedText Days { get; } = new("{0} 個工作天內", "{0} 个工作日内", "within {0} working {0:day|days}");

    public static LocalizedText AtOnce { get; } = new("不可", "不可", "no");

    public static LocalizedText ByItem { get; } = new("按服務", "按事项", "By item");

    public static LocalizedText Item { get; } = new("服務", "事项", "Item");

    public static LocalizedText Fields { get; } = new("欄位", "字段", "Fields");

    public static LocalizedText Filled { get; } = new("代填", "代填", "Filled");

    public static LocalizedText Materials { get; } = new("文件", "材料", "Materials");

    public static LocalizedText Waived { get; } = new("免交", "免提交", "Waived");
}

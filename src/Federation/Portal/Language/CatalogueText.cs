using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Language;

/// <summary>What the catalogue holds as codes, in words for residents.</summary>
internal static class CatalogueText
{
    public static LocalizedText SeveralDepartments { get; } = new("多個部門聯合辦理", "多部门联合办理", "Several departments together");

    public static LocalizedText ForPersons { get; } = new("個人", "个人", "For individuals");

    public static LocalizedText ForEnterprises { get; } = new("企業", "企业", "For businesses");

    public static LocalizedText SignInLow { get; } = new("一般登入即可", "普通登录即可", "An ordinary sign-in is enough");

    public static LocalizedText SignInSubstantial { get; } = new(
        "登入時要用手機多確認一次", "登录时需用手机再次确认", "When signing in, you confirm once more on your phone");

    public static LocalizedText SignInHigh { get; } = new(
        "登入時要核對容貌，確定是您本人", "登录时需刷脸核验本人身份", "When signing in, your face is checked, so that nobody else can apply in your name");

    public static LocalizedText CounterOnly { get; } = new("須親身到窗口辦理", "须到窗口现场办理", "Done in person at a counter");

    public static LocalizedText Bundle { get; } = new("一次過辦理多項服務", "一件事联办", "Several services in one application");

    private static readonly Dictionary<string, LocalizedText> Regions = new(StringComparer.Ordinal)
    {
        ["guangdong"] = new("廣東全省", "广东全省", "All of Guangdong"),
        ["guangzhou"] = new("廣州", "广州", "Guangzhou"),
        ["shenzhen"] = new("深圳", "深圳", "Shenzhen"),
        ["zhuhai"] = new("珠海", "珠海", "Zhuhai"),
        ["foshan"] = new("佛山", "佛山", "Foshan"),
        ["jiangmen"] = new("江門", "江门", "Jiangmen"),
        ["zhongshan"] = new("中山", "中山", "Zhongshan"),
        ["dongguan"] = new("東莞", "东莞", "Dongguan"),
        ["huizhou"] = new("惠州", "惠州", "Huizhou"),
        ["zhaoqing"] = new("肇慶", "肇庆", "Zhaoqing"),
    };

    public static LocalizedText SignIn(AssuranceLevel level) => level switch
    {
        AssuranceLevel.Low => SignInLow,
        AssuranceLevel.Substantial => SignInSubstantial,
        _ => SignInHigh,
    };

    public static LocalizedText Audience(string audience) => audience == "enterprise" ? ForEnterprises : ForPersons;

    /// <summary>A place that is new to the catalogue shows as it is written there.</summary>
    public static LocalizedText Region(string region) => Regions.GetValueOrDefault(region) ?? new(region, region, region);

    public static LocalizedText Department(CatalogueEntry entry) => entry.Department?.Name ?? SeveralDepartments;
}

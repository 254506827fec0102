using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages;

/// <summary>The words of the start page.</summary>
internal static class IndexText
{
    public static LocalizedText Title { get; } = new("您想辦理甚麼？", "您想办什么事？", "What would you like to do?");

    public static LocalizedText Lead { get; } = new(
        "在香港辦理廣東省的政府服務，不用過關。用您自己的說法搜尋便可以。",
        "在香港即可办理广东政务服务，无需过关。用您平时的说法搜索即可。",
        "Use Guangdong government services from Hong Kong, without crossing the boundary. Search in your own words.");

    public static LocalizedText SearchLabel { get; } = new("搜尋服務", "搜索服务", "Search for a service");

    public static LocalizedText SearchHint { get; } = new(
        "例如：養老金、車牌、買樓、醫療", "例如：养老金、驾驶证、买房、医保", "For example: pension, driving licence, tax, medical");

    public static LocalizedText SearchButton { get; } = new("搜尋", "搜索", "Search");

    public static LocalizedText AllServices { get; } = new("所有服務", "全部服务", "All services");

    public static LocalizedText DidYouMean { get; } = new("您是否想找", "您要找的是不是", "Did you mean");

    public static LocalizedText NothingFound { get; } = new("找不到相關服務", "没有找到相关服务", "No service was found");

    public static LocalizedText TryFewerWords { get; } = new(
        "試試少打幾個字，只寫最重要的詞，例如「社保」。", "请减少字数，只写最关键的词，例如“社保”。", "Use fewer words, such as only “insurance”.");

    public static LocalizedText TryOtherScript { get; } = new(
        "可以用繁體中文、簡體中文或英文。", "可以用简体中文、繁体中文或英文。", "You may search in Chinese, traditional or simplified, or in English.");

    public static LocalizedText ShowAll { get; } = new("顯示所有服務", "查看全部服务", "Show all services");

    public static LocalizedText Pages { get; } = new("頁數", "分页", "Pages");

    public static LocalizedText Previous { get; } = new("上一頁", "上一页", "Previous page");

    public static LocalizedText Next { get; } = new("下一頁", "下一页", "Next page");

    public static LocalizedText SignedIn { get; } = new("您已登入。", "您已登录。", "You are signed in.");

    public static LocalizedText NotSignedIn { get; } = new(
        "搜尋不用登入；申請時才需要。", "搜索无需登录，申请时再登录。", "You need not sign in to search, only to apply.");

    public static LocalizedText SeeCases { get; } = new("查看我的申請", "查看我的办件", "See my applications");

    public static LocalizedText SignInForCases { get; } = new("登入查看我的申請", "登录查看我的办件", "Sign in to see my applications");

    /// <summary>{0}: how many.</summary>
    public static LocalizedText Found { get; } = new("找到 {0} 項服務，最相關的在最前", "找到 {0} 项服务，最相关的排在前面", "{0} found, best first");

    /// <summary>{0}: this page, {1}: how many pages.</summary>
    public static LocalizedText PageOf { get; } = new("第 {0} 頁，共 {1} 頁", "第 {0} 页，共 {1} 页", "Page {0} of {1}");
}

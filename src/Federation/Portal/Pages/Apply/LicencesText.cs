using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>The words around the question whether electronic licences may be looked up. The question itself is a consent's.</summary>
internal static class LicencesText
{
    public static LocalizedText Title { get; } = new("要代您查閱電子證照嗎？", "是否代您查询电子证照？", "May we look up your electronic licences?");

    public static LocalizedText Lead { get; } = new(
        "同意後，證照上已有的資料不用再填，文件亦不用上載。這個問題只問一次，您可隨時在「我同意過的服務」撤回。",
        "同意后，证照上已有的信息无需填写，材料也无需上传。此问题只询问一次，您可随时在“我的授权”中撤回。",
        "If you agree, you need not type what stands on them, nor upload them. We ask this once; you can withdraw at any time under “Services I agreed to”.");

    public static LocalizedText Without { get; } = new("不同意，自行填寫", "不同意，自行填写", "No, I will fill it in myself");
}

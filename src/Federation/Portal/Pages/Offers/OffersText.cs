using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Offers;

internal static class OffersText
{
    public static LocalizedText Title { get; } = new("主動服務", "免申即享", "Services found for you");

    public static LocalizedText OffLead { get; } = new(
        "開啟後，我們會按您准許查閱的資料，為您找出可能合資格的服務，表格預先填好，您確認後才會遞交。",
        "开启后，我们会按您允许查询的信息，为您找出可能可以办理的事项，表单预先填好，经您确认后才会提交。",
        "If you turn this on, we look for services that you may be entitled to, by what you let us look at. The form comes filled in, and nothing is filed before you say so.");

    public static LocalizedText Off { get; } = new("現時關閉", "当前未开启", "Off");

    public static LocalizedText Lead { get; } = new(
        "按您准許查閱的資料，您可能合資格使用以下服務。是否批准由部門決定。",
        "按您允许查询的信息，您可能可以办理以下事项。是否批准由部门决定。",
        "By what you let us look at, you may be entitled to these. The department decides.");

    public static LocalizedText Nothing { get; } = new(
        "暫時沒有找到。我們每天查閱一次，您不用再做甚麼。", "暂时没有找到。我们每天查询一次，您无需再做什么。",
        "Nothing for now. We look once a day; there is nothing for you to do.");

    public static LocalizedText RestsOn { get; } = new("根據", "依据", "This rests on");

    public static LocalizedText Until { get; } = new("條件至這天為止：", "条件截止日期：", "Good until");

    public static LocalizedText Apply { get; } = new("查看並確認", "查看并确认", "Look and sign");

    public static LocalizedText Dismiss { get; } = new("沒有興趣", "不感兴趣", "Not interested");

    public static LocalizedText On { get; } = new("已開啟", "已开启", "On");

    public static LocalizedText OnLead { get; } = new(
        "每次查閱電子證照，都會列在「我同意過的服務」。關閉後，以上結果及所保存的資料即時刪除。",
        "每次查询电子证照，都会列在“我的授权”中。关闭后，以上结果和保存的信息立即删除。",
        "Every look at your licences is listed under “Services I agreed to”. Once you turn it off, what was found and kept is deleted at once.");

    public static LocalizedText Change { get; } = new("更改可查閱的資料", "更改可查询的信息", "Change what is looked at");

    public static LocalizedText TurnOff { get; } = new("關閉並刪除", "关闭并删除", "Turn off, and delete");

    public static LocalizedText Always { get; } = new(
        "核對時會用到您的出生日期、性別、所屬地區、證件種類，以及您在本平台辦妥的服務。以下由您選擇：",
        "核对时会用到您的出生日期、性别、所属地区、证件种类，以及您在本平台办结的事项。以下由您选择：",
        "We go by your birth date, gender, place, kinds of document, and what was completed for you here. The rest is for you to choose:");

    public static LocalizedText ChooseLicences { get; } = new("可查閱哪些電子證照？", "可查询哪些电子证照？", "Which of your electronic licences may be looked up?");

    public static LocalizedText ChooseApps { get; } = new("誰可以看到結果？", "谁可以看到结果？", "Who may see what is found?");

    public static LocalizedText Apps { get; } = new(
        "除了我，還有我授權代遞申請的服務（例如應用程式）", "除本人外，还包括我授权代为提交申请的服务（例如应用程序）",
        "Beside me, the services that I let file for me, such as apps");

    public static LocalizedText Next { get; } = new("下一步：閱讀說明", "下一步：阅读说明", "Next: read what you agree to");

    public static LocalizedText Decline { get; } = new("不開啟", "暂不开启", "Leave it as it is");

    /// <summary>{0}: how many.</summary>
    public static LocalizedText Line { get; } = new(
        "為您找到 {0} 項可能合資格的服務", "为您找到 {0} 项可能可以办理的事项", "Services that you may be entitled to: {0}");

    /// <summary>{0}: name of the licence.</summary>
    public static LocalizedText Holds { get; } = new("您持有「{0}」", "您持有“{0}”", "You hold: {0}");

    /// <summary>{0}: name of the licence, {1}: what it says.</summary>
    public static LocalizedText LicenceSays { get; } = new("「{0}」所載：{1}", "“{0}”载明：{1}", "On your licence ({0}): {1}");

    /// <summary>{0}: name of the item, {1}: the day.</summary>
    public static LocalizedText Completed { get; } = new("「{0}」已於 {1} 辦妥", "“{0}”已于 {1} 办结", "Completed on {1}: {0}");

    /// <summary>{0}: the day.</summary>
    public static LocalizedText Birthdate { get; } = new("出生日期：{0}", "出生日期：{0}", "Born on {0}");

    public static LocalizedText Female { get; } = new("性別：女", "性别：女", "Gender: female");

    public static LocalizedText Male { get; } = new("性別：男", "性别：男", "Gender: male");

    /// <summary>{0}: code of the place.</summary>
    public static LocalizedText Jurisdiction { get; } = new("身分由當地核實：{0}", "身份由当地核实：{0}", "Vouched for by: {0}");

    /// <summary>{0}: kind of document.</summary>
    public static LocalizedText Document { get; } = new("證件：{0}", "证件：{0}", "Document: {0}");

    /// <summary>A type of identity document.</summary>
    public static LocalizedText NameOf(string type) => type switch
    {
        DocumentTypes.HongKongIdentityCard => new("香港身份證", "香港身份证", "Hong Kong identity card"),
        DocumentTypes.HomeReturnPermit => new("回鄉證", "回乡证", "Home Return Permit"),
        DocumentTypes.ResidencePermit => new("港澳居民居住證", "港澳居民居住证", "Residence permit"),
        DocumentTypes.ResidentIdentityCard => new("居民身份證", "居民身份证", "Resident identity card"),
        _ => new(type, type, type),
    };
}

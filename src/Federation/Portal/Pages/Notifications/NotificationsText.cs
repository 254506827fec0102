using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Notifications;

internal static class NotificationsText
{
    public static LocalizedText Title { get; } = new("電郵通知", "邮件通知", "E-mail notices");

    public static LocalizedText Lead { get; } = new(
        "申請有新進度、要您跟進或補交文件時，我們會以電郵通知您。電郵只寫個案編號，不寫姓名和申請內容。",
        "办件有新进展、需要您处理或补交材料时，我们会发邮件通知您。邮件只写办件编号，不写姓名和申请内容。",
        "We write to you when there is news of a case, when something is needed from you, or when documents are due. Letters hold the case number, and neither your name nor what you applied for.");

    public static LocalizedText NotOffered { get; } = new(
        "本平台暫不提供電郵通知。您可隨時在「我的申請」查看進度。", "本平台暂不提供邮件通知。您可随时在“我的办件”查看进度。",
        "E-mail notices are not offered here. You can see how your cases stand under “My applications” at any time.");

    public static LocalizedText On { get; } = new("已開啟", "已开启", "On");

    public static LocalizedText Stop { get; } = new("停止並刪除地址", "停止并删除邮箱", "Stop, and delete the address");

    public static LocalizedText LanguageOf { get; } = new("電郵語言", "邮件语言", "Language of the letters");

    public static LocalizedText Save { get; } = new("儲存", "保存", "Save");

    public static LocalizedText TypeCode { get; } = new("輸入驗證碼", "输入验证码", "Type the code");

    /// <summary>{0}: the address.</summary>
    public static LocalizedText CodeSent { get; } = new(
        "驗證碼已寄往 {0}，15 分鐘內有效。", "验证码已发送至 {0}，15 分钟内有效。", "We sent a code to {0}. It is good for 15 minutes.");

    public static LocalizedText Code { get; } = new("6 位數字驗證碼", "6 位数字验证码", "Code of 6 digits");

    public static LocalizedText Confirm { get; } = new("確認", "确认", "Confirm");

    public static LocalizedText Give { get; } = new("開啟電郵通知", "开启邮件通知", "Turn on e-mail notices");

    public static LocalizedText Change { get; } = new("更改地址", "更换邮箱", "Change the address");

    public static LocalizedText Address { get; } = new("電郵地址", "电子邮箱", "E-mail address");

    public static LocalizedText SendCode { get; } = new("發送驗證碼", "发送验证码", "Send a code");

    public static LocalizedText Privacy { get; } = new(
        "地址加密保存，只用於上述通知，不會交給任何部門；您可隨時刪除。", "邮箱加密保存，仅用于上述通知，不会提供给任何部门；您可随时删除。",
        "We keep the address encrypted, use it for these letters alone and give it to no department. You can delete it at any time.");
}

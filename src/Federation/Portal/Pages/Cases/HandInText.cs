using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>The words about documents that come after the application.</summary>
internal static class HandInText
{
    public static LocalizedText Title { get; } = new("補交文件", "补交材料", "Hand in documents");

    public static LocalizedText Lead { get; } = new(
        "文件會由本平台加簽，送交正在等候的部門。可以分開幾次補交。",
        "材料由本平台加盖电子签名后，送交正在等待的部门。可分次补交。",
        "We sign what you hand in and pass it to the departments that wait for it. You may do this in several goes.");

    public static LocalizedText Owed { get; } = new("請在限期前補交下列文件，其他事情您現在不用做。", "请在期限前补交下列材料，其他无需操作。", "Hand in the documents below by their day; there is nothing else to do now.");

    public static LocalizedText Nothing { get; } = new("目前沒有需要補交的文件。", "目前没有需要补交的材料。", "There is nothing to hand in now.");

    /// <summary>{0}: the last day.</summary>
    public static LocalizedText Due { get; } = new("須於 {0} 或之前補交", "须在 {0} 前（含当日）补交", "To be handed in by {0}");

    /// <summary>{0}: the last day.</summary>
    public static LocalizedText WasDue { get; } = new(
        "應於 {0} 或之前補交，現已逾期。請儘快補交。", "应在 {0} 前（含当日）补交，现已逾期。请尽快补交。", "It was due by {0}. Please hand it in as soon as you can.");

    /// <summary>{0}: when.</summary>
    public static LocalizedText HandedIn { get; } = new("已於 {0} 補交", "已于 {0} 补交", "Handed in on {0}");

    public static LocalizedText ChooseFile { get; } = new("選擇檔案或拍照", "选择文件或拍照", "Choose a file or take a photo");

    public static LocalizedText Formats { get; } = new(
        "PDF、JPEG、PNG 或 HEIC 檔案，每個不超過 20 MB，合計不超過 40 MB。",
        "PDF、JPEG、PNG 或 HEIC 文件，每个不超过 20 MB，合计不超过 40 MB。",
        "PDF, JPEG, PNG or HEIC: each up to 20 MB, all together up to 40 MB.");

    public static LocalizedText Send { get; } = new("送交", "提交", "Send");

    public static LocalizedText NotSent { get; } = new("文件未能送交，請再試", "材料未能提交，请重试", "Nothing was sent: please try again");

    /// <summary>{0}: the document, {1}: the last day.</summary>
    public static LocalizedText Reminded { get; } = new("提示您於 {1} 或之前補交「{0}」", "提醒您在 {1} 前（含当日）补交“{0}”", "You were reminded to hand in “{0}” by {1}");

    /// <summary>{0}: the document, {1}: the last day.</summary>
    public static LocalizedText Overdue { get; } = new(
        "「{0}」應於 {1} 或之前補交，現已逾期。部門已獲通知", "“{0}”应在 {1} 前（含当日）补交，现已逾期，已告知部门",
        "“{0}” was due by {1} and has not come. The departments have been told");

    /// <summary>{0}: the documents.</summary>
    public static LocalizedText Sent { get; } = new("您補交了{0}", "您补交了{0}", "You handed in {0}");
}

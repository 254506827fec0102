namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A rating of a case that is still under way.</summary>
    public static ErrorDescriptor CaseNotConcluded { get; } = new("CB5120", 409,
        new("個案尚未辦結，未能評價", "办件尚未办结，暂不能评价", "The case is not over yet"),
        new("請待個案辦結後再評價；有問題可現在提出投訴或查詢。", "请待办结后再评价；有问题可现在投诉或咨询。", "Rate it once it is done or turned down. A complaint or a question may be raised now."));

    /// <summary>A rating that is none.</summary>
    public static ErrorDescriptor RatingInvalid { get; } = new("CB5121", 422,
        new("評價內容有誤", "评价内容有误", "The rating cannot be taken"),
        new("請選 1 至 5 分；意見最多 1000 字。", "请选择1至5分；意见不超过1000字。", "Choose 1 to 5; a comment has at most 1000 characters."));

    /// <summary>A rating that would change one of more than 30 days ago.</summary>
    public static ErrorDescriptor RatingFixed { get; } = new("CB5122", 409,
        new("評價已不能更改", "评价已不能修改", "The rating can no longer be changed"),
        new("評價後 30 日內可以更改；如仍有意見，可提出投訴或查詢。", "评价后30日内可修改；如仍有意见，可投诉或咨询。", "It could be for 30 days. If something is still wrong, raise a complaint or ask a question."));

    /// <summary>A complaint or a question without words, with too many, or of no known kind.</summary>
    public static ErrorDescriptor ComplaintInvalid { get; } = new("CB5123", 422,
        new("投訴或查詢的內容有誤", "投诉或咨询的内容有误", "The complaint or question cannot be taken"),
        new("請選擇投訴或查詢，並用不多於 2000 字說明。", "请选择投诉或咨询，并用不超过2000字说明。", "Say whether it is a complaint or a question, in 1 to 2000 characters."));

    /// <summary>A complaint where the settings name no hotline.</summary>
    public static ErrorDescriptor HotlineClosed { get; } = new("CB5124", 503,
        new("這裏暫不接受投訴及查詢", "此处暂不受理投诉和咨询", "Complaints and questions are not taken here"),
        new("請致電 12345 熱線，並提供個案編號。", "请拨打12345热线，并提供办件编号。", "Call the hotline 12345 and give the case number."));
}

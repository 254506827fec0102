namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A relying party that should hear of a case does not answer.</summary>
    public static ErrorDescriptor WebhookUnreachable { get; } = new("CB4042", 503,
        new("暫時未能向服務通知個案進度", "暂时无法向服务通知办件进度", "A service could not be told of a case"),
        new("系統會繼續嘗試。", "系统会继续尝试。", "It is tried again by itself."));

    /// <summary>A relying party did not take a notice of a case.</summary>
    public static ErrorDescriptor WebhookRefused { get; } = new("CB4043", 502,
        new("服務沒有接受個案進度通知", "服务没有接受办件进度通知", "A service did not take a notice of a case"),
        new("系統會繼續嘗試；請服務營運者核對簽署。", "系统会继续尝试；请服务运营者核对签名。", "It is tried again by itself. Its operator checks how signatures are verified there."));

    /// <summary>A relying party answered that nobody is there to be told any more.</summary>
    public static ErrorDescriptor WebhookGone { get; } = new("CB4044", 502,
        new("服務已停止接收這項通知", "服务已停止接收该通知", "A service no longer takes this notice"),
        new("這項通知不會再發；請更新服務的登記資料。", "该通知不会再发；请更新服务的登记信息。", "This notice is not sent again. The service's registration should be brought up to date."));
}

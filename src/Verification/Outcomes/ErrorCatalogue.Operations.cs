namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>More requests from one address or with one client's tokens than the hub takes in that time.</summary>
    public static ErrorDescriptor TooManyRequests { get; } = new("CB8001", 429,
        new("短時間內的請求過多", "短时间内请求过多", "Too many requests in a short time"),
        new("請稍等片刻再試。", "请稍等片刻再试。", "Wait a moment, then try again."));

    /// <summary>A fault of the hub's own.</summary>
    public static ErrorDescriptor Unexpected { get; } = new("CB8002", 500,
        new("系統出現問題", "系统出现问题", "Something went wrong on our side"),
        new("請稍後再試；如持續出現，請聯絡我們並提供追蹤編號。", "请稍后再试；如仍出现，请联系我们并提供追踪编号。", "Try again later; if it persists, contact us with the trace id."));

    /// <summary>A request whose parameters or body cannot be read at all.</summary>
    public static ErrorDescriptor RequestUnreadable { get; } = new("CB8003", 400,
        new("未能讀取請求內容", "无法读取请求内容", "The request cannot be read"),
        new("請按介面說明更正請求。", "请按接口说明更正请求。", "Correct the request as the API description says."));

    /// <summary>No page and no API at this address.</summary>
    public static ErrorDescriptor NothingHere { get; } = new("CB8004", 404,
        new("找不到這個網頁", "找不到此网页", "There is nothing at this address"),
        new("請檢查網址，或返回首頁。", "请检查网址，或返回首页。", "Check the address, or go to the start page."));
}

namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>More requests from one address or with one client's tokens than the hub takes in that time.</summary>
    public static ErrorDescriptor TooManyRequests { get; } = new("CB8001", 429,
        new("短時間內的請求過多", "短时间内请求过多", "Too many requests in a short time"),
        new("請稍等片刻再試。", "请稍等片刻再试。", "Wait a moment, then try again."));
}

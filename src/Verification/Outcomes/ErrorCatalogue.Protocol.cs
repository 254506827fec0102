namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A relying party sent a resident here with a request that does not hold, and there is no safe way back to it.</summary>
    public static ErrorDescriptor AuthorizationRequestRefused { get; } = new("CB2001", 400,
        new("服務發出的登入要求有誤", "服务发出的登录请求有误", "The sign-in request of the service is wrong"),
        new("這不是您的問題。請返回該服務再試；如仍然不行，請把追蹤編號告訴該服務。", "这不是您的问题。请返回该服务重试；如仍然不行，请把追踪编号告知该服务。", "This is not your fault. Go back to the service and try again; if it stays so, tell the service the trace id."));

    /// <summary>The call bears no access token of this hub that holds.</summary>
    public static ErrorDescriptor TokenMissing { get; } = new("CB2002", 401,
        new("沒有有效的存取權杖", "没有有效的访问令牌", "There is no valid access token"),
        new("請先登入取得存取權杖，再以 Authorization: Bearer 傳送。", "请先登录取得访问令牌，再以 Authorization: Bearer 发送。", "Sign in for an access token and send it as Authorization: Bearer."));

    /// <summary>The access token does not cover the call.</summary>
    public static ErrorDescriptor ScopeMissing { get; } = new("CB2003", 403,
        new("存取權杖沒有所需權限", "访问令牌没有所需权限", "The access token does not cover this"),
        new("請以所需的 scope 重新登入。", "请以所需的 scope 重新登录。", "Sign in again with the scope that the call needs."));

    /// <summary>The sign-in behind a token has ended, or its consent was withdrawn.</summary>
    public static ErrorDescriptor SignInEnded { get; } = new("CB2004", 401,
        new("登入已結束或同意已撤回", "登录已结束或同意已撤回", "The sign-in has ended or its consent was withdrawn"),
        new("請重新登入。", "请重新登录。", "Sign in again."));
}

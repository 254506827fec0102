namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A partner is not set up, or its set-up failed.</summary>
    public static ErrorDescriptor AdapterUnavailable { get; } = new("CB4001", 503,
        new("對方系統尚未接通", "对方系统尚未接通", "The partner system is not set up"),
        new("請稍後再試；如持續出現，請聯絡我們並提供追蹤編號。", "请稍后再试；如仍出现，请联系我们并提供追踪编号。", "Try again later; if it persists, contact us with the trace id."));

    /// <summary>A partner did not answer.</summary>
    public static ErrorDescriptor PartnerUnreachable { get; } = new("CB4002", 503,
        new("對方系統暫時沒有回應", "对方系统暂时没有响应", "The partner system does not answer"),
        new("請過幾分鐘再試。", "请过几分钟再试。", "Try again in a few minutes."));

    /// <summary>A partner's answer is not signed by whom it should be, or answers another question.</summary>
    public static ErrorDescriptor PartnerAnswerUnverified { get; } = new("CB4003", 502,
        new("未能核實對方系統的回覆", "未能核实对方系统的回复", "The partner's answer could not be verified"),
        new("您的資料沒有改動。請稍後再試，或聯絡我們並提供追蹤編號。", "您的信息没有改动。请稍后再试，或联系我们并提供追踪编号。", "Nothing was changed. Try again later, or contact us with the trace id."));

    /// <summary>A partner's answer has not the agreed shape.</summary>
    public static ErrorDescriptor PartnerAnswerMalformed { get; } = new("CB4004", 502,
        new("對方系統的回覆格式不符", "对方系统的回复格式不符", "The partner's answer has not the agreed shape"),
        new("請稍後再試，或聯絡我們並提供追蹤編號。", "请稍后再试，或联系我们并提供追踪编号。", "Try again later, or contact us with the trace id."));

    /// <summary>A partner refused our question.</summary>
    public static ErrorDescriptor PartnerRefused { get; } = new("CB4005", 502,
        new("對方系統拒絕了查詢", "对方系统拒绝了查询", "The partner refused the question"),
        new("請聯絡我們並提供追蹤編號。", "请联系我们并提供追踪编号。", "Contact us with the trace id."));

    /// <summary>Signing in at the home provider did not succeed.</summary>
    public static ErrorDescriptor HomeFailed { get; } = new("CB4006", 502,
        new("未能完成登入", "未能完成登录", "Signing in did not succeed"),
        new("請返回您使用的服務，重新登入一次。", "请返回您使用的服务，重新登录一次。", "Go back to the service and sign in again."));

    /// <summary>The home provider sent no identity assertion.</summary>
    public static ErrorDescriptor HomeAssertionMissing { get; } = new("CB4007", 502,
        new("登入平台沒有提供身份證明", "登录平台没有提供身份证明", "The sign-in provider sent no identity assertion"),
        new("請稍後再試，或聯絡我們並提供追蹤編號。", "请稍后再试，或联系我们并提供追踪编号。", "Try again later, or contact us with the trace id."));

    /// <summary>The resident cancelled at the home provider.</summary>
    public static ErrorDescriptor HomeCancelled { get; } = new("CB4008", 403,
        new("您已取消登入", "您已取消登录", "You cancelled signing in"),
        new("如需繼續，請返回您使用的服務重新登入。", "如需继续，请返回您使用的服务重新登录。", "To go on, go back to the service and sign in again."));

    /// <summary>An OCSP responder could not be asked.</summary>
    public static ErrorDescriptor RevocationResponderUnreachable { get; } = new("CB4026", 503,
        new("證書狀態查詢服務沒有回應", "证书状态查询服务没有响应", "The responder for certificate status does not answer"),
        new("系統會自動重試；請管理員檢查查詢服務的地址。", "系统会自动重试；请管理员检查查询服务的地址。", "It is tried again by itself; operators should check the responder's address."));

    /// <summary>A certificate revocation list could not be fetched.</summary>
    public static ErrorDescriptor RevocationListUnreachable { get; } = new("CB4009", 503,
        new("未能取得證書吊銷列表", "未能取得证书吊销列表", "A revocation list could not be fetched"),
        new("系統會自動重試；請管理員檢查發布地址。", "系统会自动重试；请管理员检查发布地址。", "It is tried again by itself; operators should check the address."));
}

namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>iAM Smart answered a call with a code that is no success.</summary>
    public static ErrorDescriptor HomeExchangeRefused { get; } = new("CB4060", 502,
        new("智方便拒絕了請求", "智方便拒绝了请求", "iAM Smart refused a request"),
        new("請重新登入一次；如持續出現，請聯絡我們並提供追蹤編號。", "请重新登录一次；如仍出现，请联系我们并提供追踪编号。", "Sign in again; if it persists, contact us with the trace id."));

    /// <summary>A content key does not open with this service's key and padding.</summary>
    public static ErrorDescriptor HomeKeyUnusable { get; } = new("CB4061", 502,
        new("未能解開智方便的內容金鑰", "无法解开智方便的内容密钥", "A content key of iAM Smart cannot be opened"),
        new("請管理員核對密鑰加密證書及填充方式的設定。", "请管理员核对密钥加密证书及填充方式的设置。", "Operators should check the key encryption certificate and the padding in the settings."));

    /// <summary>A sealed content does not open.</summary>
    public static ErrorDescriptor HomeContentUnreadable { get; } = new("CB4062", 502,
        new("未能讀取智方便的加密內容", "无法读取智方便的加密内容", "A sealed content of iAM Smart cannot be read"),
        new("請重新登入一次；如持續出現，請聯絡我們並提供追蹤編號。", "请重新登录一次；如仍出现，请联系我们并提供追踪编号。", "Sign in again; if it persists, contact us with the trace id."));

    /// <summary>A callback does not prove that iAM Smart sent it.</summary>
    public static ErrorDescriptor CallbackUnsigned { get; } = new("CB4063", 401,
        new("回呼的簽署不符", "回调的签名不符", "A callback is not signed by iAM Smart"),
        new("請管理員核對服務編號及密鑰；如屢次出現，請視為攻擊。", "请管理员核对服务编号及密钥；如屡次出现，请视为攻击。", "Operators should check client id and secret; if it goes on, treat it as an attack."));

    /// <summary>A callback was signed at another time than now.</summary>
    public static ErrorDescriptor CallbackStale { get; } = new("CB4064", 401,
        new("回呼的時間已過或超前", "回调的时间已过或超前", "A callback is of another time"),
        new("請管理員校對兩邊的時鐘。", "请管理员校对两边的时钟。", "Operators should check the clocks of both sides."));

    /// <summary>A callback was sent before.</summary>
    public static ErrorDescriptor CallbackReplayed { get; } = new("CB4065", 409,
        new("這個回呼早前已收過", "该回调此前已收到", "A callback was sent before"),
        new("無須處理：第一次已經生效。", "无需处理：第一次已生效。", "Nothing is to be done: the first one counts."));

    /// <summary>A callback answers a question that nobody has open.</summary>
    public static ErrorDescriptor CallbackUnknown { get; } = new("CB4066", 404,
        new("沒有等待這項回覆的登入", "没有等待此项回复的登录", "No sign-in waits for this answer"),
        new("登入可能已經過時；請返回您使用的服務重新登入。", "登录可能已过期；请返回您使用的服务重新登录。", "The sign-in may be over; go back to the service and sign in again."));

    /// <summary>A question was answered before.</summary>
    public static ErrorDescriptor CallbackRepeated { get; } = new("CB4067", 409,
        new("這項查詢早前已有回覆", "该项查询此前已有回复", "The question was answered before"),
        new("無須處理：第一個回覆已經生效。", "无需处理：第一个回复已生效。", "Nothing is to be done: the first answer counts."));

    /// <summary>The resident did not agree in the app.</summary>
    public static ErrorDescriptor DisclosureDeclined { get; } = new("CB4068", 403,
        new("您沒有在智方便同意提供資料", "您没有在智方便同意提供信息", "You did not agree in iAM Smart"),
        new("如需繼續，請重新登入，並在智方便應用程式內同意。", "如需继续，请重新登录，并在智方便应用内同意。", "To go on, sign in again and agree in the iAM Smart app."));

    /// <summary>The resident's answer did not come in time.</summary>
    public static ErrorDescriptor DisclosureLate { get; } = new("CB4069", 504,
        new("等候智方便的回覆過時", "等候智方便的回复超时", "No answer came from iAM Smart in time"),
        new("請重新登入，並在手機的智方便應用程式內確認。", "请重新登录，并在手机的智方便应用内确认。", "Sign in again and confirm in the iAM Smart app on your phone."));

    /// <summary>A callback speaks of another resident than the one who signed in.</summary>
    public static ErrorDescriptor CallbackOfAnother { get; } = new("CB4070", 409,
        new("回覆屬於另一位居民", "回复属于另一位居民", "The answer is another resident’s"),
        new("這次登入已終止，沒有交出任何資料。請聯絡我們並提供追蹤編號。", "本次登录已终止，没有提供任何信息。请联系我们并提供追踪编号。", "This sign-in was ended and nothing was handed over. Contact us with the trace id."));
}

namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>What a home sent is no logout token or event that its specification allows.</summary>
    public static ErrorDescriptor HomeMessageMalformed { get; } = new("CB2070", 400,
        new("登入平台的通知格式有誤", "登录平台的通知格式有误", "The home's message is malformed"),
        new("請登入平台的技術人員按規格核對通知內容。", "请登录平台的技术人员按规范核对通知内容。", "The home's developers should compare the message with its specification."));

    /// <summary>A home's message is of another issuer, or for another audience.</summary>
    public static ErrorDescriptor HomeMessageNotForHub { get; } = new("CB2071", 400,
        new("通知的發出者或對象不符", "通知的发出者或对象不符", "The home's message is not from it, or not for the hub"),
        new("請登入平台的技術人員核對 iss 及 aud。", "请登录平台的技术人员核对 iss 及 aud。", "The home's developers should check iss and aud."));

    /// <summary>A home's message is too old, or of a time to come.</summary>
    public static ErrorDescriptor HomeMessageTimeWrong { get; } = new("CB2072", 400,
        new("通知的時間不對", "通知的时间不对", "The time of the home's message is wrong"),
        new("請核對登入平台的時鐘，並重新簽發通知。", "请核对登录平台的时钟，并重新签发通知。", "Check the home's clock and sign the message anew."));

    /// <summary>A home's logout token came before.</summary>
    public static ErrorDescriptor HomeMessageUsedBefore { get; } = new("CB2073", 400,
        new("通知曾經使用", "通知已经使用过", "The home's message was used before"),
        new("每則通知只可使用一次；請重新簽發。", "每条通知只能使用一次；请重新签发。", "Each holds once: sign a new one with a jti of its own."));

    /// <summary>There is no home of that name.</summary>
    public static ErrorDescriptor HomeOfMessageUnknown { get; } = new("CB2074", 404,
        new("沒有這個登入平台", "没有这个登录平台", "There is no such home"),
        new("請核對網址。", "请核对网址。", "Check the address."));

    /// <summary>The client has no stream of that id.</summary>
    public static ErrorDescriptor EventStreamUnknown { get; } = new("CB2075", 404,
        new("找不到事件串流", "找不到事件流", "There is no such event stream"),
        new("請列出您的串流，或建立一個。", "请列出您的事件流，或新建一个。", "List your streams, or create one."));

    /// <summary>A receiver asked for something about a stream that cannot be.</summary>
    public static ErrorDescriptor EventStreamInvalid { get; } = new("CB2076", 400,
        new("事件串流的要求有誤", "事件流的请求有误", "The request about an event stream is wrong"),
        new("請更正所指的欄位。", "请更正所指的字段。", "Correct the member that is pointed to."));

    /// <summary>A client that has a stream asked for another.</summary>
    public static ErrorDescriptor EventStreamExists { get; } = new("CB2077", 409,
        new("已有事件串流", "已有事件流", "There is an event stream already"),
        new("請更改現有的串流，或先刪除。", "请修改现有的事件流，或先删除。", "Change the one that there is, or delete it first."));

    /// <summary>A receiver of events does not answer.</summary>
    public static ErrorDescriptor EventPushUnreachable { get; } = new("CB2078", 503,
        new("暫時未能傳送安全事件", "暂时无法发送安全事件", "A security event could not be delivered"),
        new("系統會繼續嘗試七天。", "系统会继续尝试七天。", "It is tried again by itself, for seven days."));

    /// <summary>A receiver did not take an event.</summary>
    public static ErrorDescriptor EventPushRefused { get; } = new("CB2079", 502,
        new("接收方沒有接受安全事件", "接收方没有接受安全事件", "A receiver did not take a security event"),
        new("請接收方核對簽署及其登記的授權標頭。", "请接收方核对签名及其登记的授权标头。", "Its operator should check how signatures are verified, and the authorization header that it registered."));
}

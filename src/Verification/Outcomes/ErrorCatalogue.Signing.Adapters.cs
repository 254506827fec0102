namespace CrossBorder.Verification.Outcomes;

/// <summary>The signing service of a home.</summary>
public static partial class ErrorCatalogue
{
    /// <summary>The home that the resident signed in at, or the resident's account there, cannot sign.</summary>
    public static ErrorDescriptor SigningNotOffered { get; } = new("CB4071", 409,
        new("您的登入方式不能簽署文件", "您的登录方式不支持签署", "The way you signed in cannot sign"),
        new("請改用智方便＋登入，再簽署申請。", "请改用智方便＋登录后再签署。", "Sign in with iAM Smart+ and sign then."));

    /// <summary>A request to the signing service is not proved to be the hub's.</summary>
    public static ErrorDescriptor SigningRequestUnproved { get; } = new("CB4072", 401,
        new("簽署請求未能核實", "签署请求未能验证", "The request to sign is not proved"),
        new("請核對用戶端密鑰、受眾及時鐘。", "请核对客户端密钥、受众和时钟。", "Check the client's key, the audience and the clocks."));

    /// <summary>A request to the signing service came before.</summary>
    public static ErrorDescriptor SigningRequestReplayed { get; } = new("CB4073", 409,
        new("簽署請求重複", "签署请求重复", "The request to sign came before"),
        new("請重新建立請求；每個請求只可使用一次。", "请重新创建请求；每个请求只能使用一次。", "Make a new request: each is taken once."));

    /// <summary>A request to the signing service asks for what it does not do.</summary>
    public static ErrorDescriptor SigningRequestWrong { get; } = new("CB4074", 400,
        new("簽署請求的內容不正確", "签署请求内容有误", "The request to sign is wrong"),
        new("請按文件核對摘要、標題、返回地址和編號。", "请按文档核对摘要、标题、返回地址和编号。", "Compare digest, title, return address and reference with the documentation."));

    /// <summary>Another person signed in to sign than the one whose signature was asked for.</summary>
    public static ErrorDescriptor SignerIsAnother { get; } = new("CB4075", 403,
        new("登入的不是申請人", "登录的不是申请人本人", "Another person signed in to sign"),
        new("請由申請人本人以自己的手機登入並簽署。", "请由申请人本人使用自己的手机登录并签署。", "The applicant has to sign in and sign, with their own phone."));
}

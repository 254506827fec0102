namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>It is for the person alone, and somebody acts for them.</summary>
    public static ErrorDescriptor NotForAgents { get; } = new("CB5187", 403,
        new("此項只可由本人辦理", "此项只能由本人办理", "Only the person themselves can do this"),
        new("請轉回自己的事務，或請授權人親自登入辦理。", "请切换回本人事项，或请授权人亲自登录办理。", "Go back to your own matters, or ask the person you act for to sign in."));

    /// <summary>The mandate does not name this item.</summary>
    public static ErrorDescriptor ItemNotDelegated { get; } = new("CB5188", 403,
        new("您未獲授權代辦這項服務", "您未获授权代办此事项", "You were not authorised for this service"),
        new("請授權人在「代辦授權」加入這項服務，再交給您新的授權碼。", "请授权人在“代办授权”中加入此事项，再给您新的授权码。", "Ask the person you act for to authorise you for it, and for a new code."));

    /// <summary>It asks for the person's own signature or word.</summary>
    public static ErrorDescriptor OwnWordNeeded { get; } = new("CB5189", 403,
        new("這項服務須由本人簽署或承諾", "此事项须由本人签名或承诺", "This needs the person's own signature or word"),
        new("請授權人親自登入辦理；如只是承諾部分，可改為上載文件。", "请授权人亲自登录办理；如仅为承诺部分，可改为上传材料。", "Ask the person you act for to do it; where it is a commitment, hand in the document instead."));

    /// <summary>What a principal asks for cannot be given.</summary>
    public static ErrorDescriptor MandateUnfit { get; } = new("CB5190", 422,
        new("不能這樣授權", "不能这样授权", "This cannot be authorised"),
        new("請檢查與代辦人的關係、所選服務和期限，再試一次。", "请检查与代办人的关系、所选事项和期限，然后重试。", "Check the relation, the services and the time, and try again."));

    /// <summary>No mandate waits for the code.</summary>
    public static ErrorDescriptor MandateCodeUnknown { get; } = new("CB5191", 404,
        new("授權碼不正確或已失效", "授权码不正确或已失效", "The code is wrong or no longer valid"),
        new("請核對授權碼。授權碼只可用一次，24 小時內有效；如已失效，請授權人重新授權。", "请核对授权码。授权码只能使用一次，24 小时内有效；如已失效，请授权人重新授权。", "Check the code. It holds once and for 24 hours; after that ask for a new one."));

    /// <summary>A resident tried too many wrong codes.</summary>
    public static ErrorDescriptor MandateCodeTries { get; } = new("CB5192", 429,
        new("輸入錯誤的次數過多", "输入错误次数过多", "Too many wrong codes"),
        new("請一小時後再試。", "请一小时后再试。", "Try again in an hour."));

    /// <summary>Who has the code cannot be the agent.</summary>
    public static ErrorDescriptor AgentUnfit { get; } = new("CB5193", 409,
        new("您不能接受這項授權", "您不能接受此项授权", "You cannot accept this"),
        new("代辦人須年滿 18 歲，且不能是授權人自己。請代辦人以自己的帳戶登入，再輸入授權碼。", "代办人须年满 18 岁，且不能是授权人本人。请代办人使用自己的账户登录，再输入授权码。", "An agent is 18 or older and somebody else than the person who authorises. They sign in as themselves and type the code."));

    /// <summary>A mandate that is somebody else's, or over.</summary>
    public static ErrorDescriptor MandateUnknown { get; } = new("CB5194", 404,
        new("找不到這項授權，或授權已結束", "找不到此项授权，或授权已结束", "There is no such authorisation, or it has ended"),
        new("請在「代辦授權」查看現有的授權。", "请在“代办授权”查看现有授权。", "See “Acting for others” for those that there are."));
}

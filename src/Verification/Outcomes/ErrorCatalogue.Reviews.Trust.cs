namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>No item for review has this reference.</summary>
    public static ErrorDescriptor ReviewUnknown { get; } = new("CB6057", 404,
        new("找不到這項覆核個案", "找不到此复核事项", "There is no such item to review"),
        new("請檢查參考編號。", "请检查参考编号。", "Check its reference."));

    /// <summary>The item was decided, or somebody acted on it since it was shown.</summary>
    public static ErrorDescriptor ReviewDecided { get; } = new("CB6058", 409,
        new("這項個案已有變動", "此事项已有变动", "The item has changed since you looked"),
        new("請重新查看，再決定。", "请重新查看后再决定。", "Look at it again, then decide."));

    /// <summary>A review was decided without a reason that somebody could check it by.</summary>
    public static ErrorDescriptor ReviewReasonMissing { get; } = new("CB6059", 422,
        new("請說明理由", "请说明理由", "A reason is needed"),
        new("請以 10 至 1000 字說明您憑甚麼決定。", "请用 10 至 1000 字说明您的决定依据。", "Say in 10 to 1000 characters what you decided by."));

    /// <summary>The account is under another document than the home proved: nobody can link it.</summary>
    public static ErrorDescriptor ReviewLinkForbidden { get; } = new("CB6060", 422,
        new("不能連結這個帳戶", "不能关联此账户", "This account cannot be linked"),
        new("證件號碼必須與登入平台核實的一致。如登記有誤，請先由帳戶登記處更正。", "证件号码必须与登录平台核实的一致。如登记有误，请先由账户登记处更正。", "The number of the document has to be the one that the home proved. Where the register has it wrong, it is corrected there first."));

    /// <summary>Name or birth date differ, and the officer did not state to have seen the original.</summary>
    public static ErrorDescriptor ReviewExceptionNeeded { get; } = new("CB6061", 422,
        new("姓名或出生日期不符", "姓名或出生日期不符", "Name or birth date differ"),
        new("只有親眼看過證件正本，並確定是登記有誤，才可連結。請勾選聲明，或要求居民帶同證件前來。", "只有亲眼查看过证件原件，并确定是登记有误，才可关联。请勾选声明，或要求居民携带证件前来。", "It can be linked only if you saw the original document and the register is wrong. Tick the statement, or ask the resident to come with documents."));

    /// <summary>The account is linked to another person of the same home.</summary>
    public static ErrorDescriptor ReviewAccountTaken { get; } = new("CB6062", 409,
        new("這個帳戶已連結另一人", "此账户已关联另一人", "The account is linked to somebody else"),
        new("請勿連結，並向帳戶登記處查詢。", "请勿关联，并向账户登记处查询。", "Do not link it; ask the account register."));

    /// <summary>The register no longer says what the reviewer was shown.</summary>
    public static ErrorDescriptor ReviewCandidatesChanged { get; } = new("CB6063", 409,
        new("帳戶登記資料已有變動", "账户登记信息已有变动", "The register has changed"),
        new("未有連結任何帳戶。請居民再登入一次，系統會按最新登記資料處理。", "未关联任何账户。请居民再登录一次，系统会按最新登记信息处理。", "Nothing was linked. Ask the resident to sign in again: what the register says now is looked at then."));
}

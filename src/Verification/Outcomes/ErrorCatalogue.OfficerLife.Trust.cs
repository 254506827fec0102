namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A verb about an officer of whom there is none.</summary>
    public static ErrorDescriptor OfficerUnknown { get; } = new("CB6067", 404,
        new("沒有這名人員", "没有此人员", "There is no such officer"),
        new("請在「人員」頁面或用 officers list 查看名單。", "请在“人员”页面或用 officers list 查看名单。", "See who is there under Officers, or with officers list."));

    /// <summary>What is done to an officer's account takes a security officer who is somebody else.</summary>
    public static ErrorDescriptor OfficerOtherNeeded { get; } = new("CB6068", 403,
        new("須由另一位保安主任執行", "须由另一位安全主管执行", "Another security officer has to do this"),
        new("請另一位保安主任在「人員」頁面執行，或以 --officer 表明身分。", "请另一位安全主管在“人员”页面执行，或以 --officer 表明身份。", "Ask another security officer to do it under Officers, or to say who they are with --officer."));

    /// <summary>What is asked does not fit how the officer's account stands.</summary>
    public static ErrorDescriptor OfficerStateUnfit { get; } = new("CB6069", 409,
        new("帳戶現時的狀態不容許這項操作", "账户当前状态不允许此操作", "The account is not in a state for this"),
        new("請在「人員」頁面或用 officers list 查看帳戶狀態。", "请在“人员”页面或用 officers list 查看账户状态。", "See how the account stands under Officers, or with officers list."));
}

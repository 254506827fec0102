namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A step that does not fit what has become of a registration.</summary>
    public static ErrorDescriptor RegistrationNotNow { get; } = new("CB6170", 409,
        new("現時不能對這項登記作此操作", "现时不能对该登记进行此操作", "This cannot be done to that registration now"),
        new("請重新載入頁面，看看現況再決定。", "请重新加载页面，查看现状后再决定。", "Load the page again, and decide by what it shows now."));

    /// <summary>Of a registration's two approvals, both are from one officer.</summary>
    public static ErrorDescriptor RegistrationOwnDecision { get; } = new("CB6171", 403,
        new("須由另一位保安主任決定", "须由另一位安全主管决定", "Another officer has to decide this"),
        new("請由另一位保安主任檢視並批准。", "请由另一位安全主管查看并批准。", "Ask another security officer to look at it and approve it."));

    /// <summary>Somebody else took a step with the same registration first.</summary>
    public static ErrorDescriptor RegistrationRaced { get; } = new("CB6172", 409,
        new("另一位人員剛剛更改了這項登記", "另一位人员刚刚更改了该登记", "Somebody else was faster"),
        new("請重新載入頁面，看看現況再決定。", "请重新加载页面，查看现状后再决定。", "Load the page again, and decide by what it shows now."));

    /// <summary>There is no relying party of that id.</summary>
    public static ErrorDescriptor RegistrationUnknown { get; } = new("CB6173", 404,
        new("沒有這個應用", "没有该应用", "There is no such relying party"),
        new("請從列表中選取。", "请从列表中选取。", "Choose one from the list."));

    /// <summary>An initial access token was asked for in a way that does not hold.</summary>
    public static ErrorDescriptor TicketInvalid { get; } = new("CB6174", 422,
        new("登記憑證的資料有誤", "登记凭证的资料有误", "The initial access token cannot be made like that"),
        new("請按說明更正。", "请按说明更正。", "Correct it as described."));
}
